"""What is kept of a case: the papers that were printed, and what they need to know of a person."""
