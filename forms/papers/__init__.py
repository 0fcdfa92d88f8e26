"""The A4 papers of the hall in large print: from plain values to placed pieces."""
