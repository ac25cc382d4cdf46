"""The bank's files, ISO 20022: what we send it (pain.001) and what it answers (pain.002, camt.053, camt.054).

Knows XML and nothing of the database.
"""
