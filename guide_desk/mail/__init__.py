"""Free mailing at the guide's desk: what goes home, and whether it arrived."""
