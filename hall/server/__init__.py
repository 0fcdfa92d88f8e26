"""The hall on the wire: commands, snapshots and the feed."""
