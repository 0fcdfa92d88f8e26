"""Identity card readers: frames, driver and simulator."""
