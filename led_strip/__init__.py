"""Strips of lamps above the counters: what is sent to them, what they answer, a simulator."""
