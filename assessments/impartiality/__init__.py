"""Impartiality in a case: what is said, what a party objects, what the leader rules, and what is known."""
