"""Where the tables live: engine and migrations."""
