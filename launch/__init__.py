"""The composition root: settings, processes and the command line."""
