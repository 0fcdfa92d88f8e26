"""Acting for an elder: the mandate, what was handed over, how it goes, and reporting back."""
