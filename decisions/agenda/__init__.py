"""The decision calendar: what is due in the cases, for both sides, and what nobody has been reached about."""
