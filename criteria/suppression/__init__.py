"""What must be held back of a table about persons, so that nobody computes it from what is told.

A sensitive cell is held back, and others with it (complementary suppression), until no sensitive cell of
this release or an earlier one follows from all that has been told by then: rows and columns add up to
their sums, and a cell that has not changed is the same in every release.
"""

from criteria.suppression.attack import determined
from criteria.suppression.holding import hold_back
from criteria.suppression.release import ALL, Counted, Key, Release, with_sums

__all__ = ["ALL", "Counted", "Key", "Release", "determined", "hold_back", "with_sums"]
"""`ALL` stands for the sum over a dimension."""
