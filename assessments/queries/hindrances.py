"""What is known to keep officers from cases, for many of both at once."""

from assessments.impartiality.parties import Pair
from assessments.impartiality.standing import known_hindrances

__all__ = ["Pair", "known_hindrances"]
