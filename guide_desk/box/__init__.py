"""The medicine box at the guide's desk: what is in it, until when, and who has looked."""
