"""The dock's window."""
