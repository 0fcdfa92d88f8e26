"""The studio: leads a member of staff through the clips of the hall's own voice."""
