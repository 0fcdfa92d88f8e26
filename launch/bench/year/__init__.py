"""A hall after a year of work: how it is made, and how fast it still is."""
