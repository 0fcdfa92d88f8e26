"""Counters and clerks: calling, missing, holding, serving."""
