"""What visits at home, mailing and calls afterwards share at the guide's desk."""
