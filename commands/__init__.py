"""Tilsagn's own commands. `./tilsagn` makes the environment and hands over to them."""
