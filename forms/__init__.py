"""What the hall says on paper."""
