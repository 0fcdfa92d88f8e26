"""Onbon BX-5K and BX-6K controllers: frames, the realtime area, the driver."""
