"""One module a verb; each defines `add_arguments` and `run`."""
