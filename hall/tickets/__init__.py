"""Taking a number: states, labels, priority and who is next."""
