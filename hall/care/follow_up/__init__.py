"""Calls afterwards: how it went, and whether anything is still wished."""
