"""What could not be done: every such thing has a number, an owner, a last day and an answer."""
