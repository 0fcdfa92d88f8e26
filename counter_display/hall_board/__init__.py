"""The board the whole hall reads."""
