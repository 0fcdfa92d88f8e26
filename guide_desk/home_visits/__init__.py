"""Visits at home at the guide's desk: agreed, prepared, printed, and what came of them."""
