"""The pages of the clerk's console and its strip."""
