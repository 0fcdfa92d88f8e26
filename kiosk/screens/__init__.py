"""The kiosk's window: draws views, reports presses, knows nothing else."""
