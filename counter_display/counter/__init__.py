"""The screen above one counter."""
