"""The areas of the hall board."""
