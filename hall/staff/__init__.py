"""Who of the staff is at which station, proved by number and PIN."""
