"""What a person has registered about the own ties to organisations, for hints at partiality."""
