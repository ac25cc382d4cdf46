"""Pages of benefits. Importing a module puts its pages on the blueprint."""

from followup.benefits import words

__all__ = ["words"]
