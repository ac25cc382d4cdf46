"""Pages of benefits. Importing a module puts its pages on the blueprint."""

from followup.benefits import services, words

__all__ = ["services", "words"]
