"""Strips described in a file: frames made from a description, and the driver."""
