"""The areas of the screen above one counter."""
