"""The one door of the hall and what stands around it."""
