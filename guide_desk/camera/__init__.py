"""A paper of the checklist under the desk's camera: looked at, taken, kept or copied."""
