"""Batches of payments: what is sent to the bank at once, what the bank answers, and how the two agree."""
