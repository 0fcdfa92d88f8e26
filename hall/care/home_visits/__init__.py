"""Visits at home: who cannot come is come to, by two, on a day that was agreed."""
