"""What the hall reads and hears: a counter's screen, the hall board, the spoken call."""
