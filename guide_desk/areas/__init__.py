"""The areas of the desk: one module each, joined in table.py."""
