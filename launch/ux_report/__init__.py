"""What ./run ux-report measures: every page as it is drawn, against the rules of docs/proof.md."""
