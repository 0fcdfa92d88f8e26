"""The published list of matters: materials, promised days, fees, windows."""
