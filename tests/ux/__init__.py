"""The proof of the look: every page measured, and how every page looked when it was right."""
