"""What covers a staff station: an alarm, or the question who is there."""
