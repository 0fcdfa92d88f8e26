"""Finding a number of today, and what can be done with one that was found."""
