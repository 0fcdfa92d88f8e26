"""Free mailing: what is ready is sent home and costs nothing."""
