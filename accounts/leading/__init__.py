"""Who leads whom, from which day; nothing is overwritten."""
