"""What the hall hears: readings, clips, free text, the order of calls and the loudspeaker."""
