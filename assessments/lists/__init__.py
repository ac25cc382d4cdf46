"""The lists that the office works from: what is late and what waits, kept choices, and dates for marks."""
