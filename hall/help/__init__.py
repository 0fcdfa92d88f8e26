"""Help requests and device reports."""
