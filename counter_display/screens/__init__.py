"""How both kinds of screen draw: marks in units of a 1920 by 1080 design."""
