"""A camera that exists only in a process: drawn pages on a drawn desk, and what can go wrong."""
