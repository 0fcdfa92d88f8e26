"""The studio's window."""
