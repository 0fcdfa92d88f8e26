"""How a station reaches the hall."""
