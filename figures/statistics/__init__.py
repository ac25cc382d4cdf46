"""The key figures of the scheme, as a page shows them: per call, per group of kommuner, and in all."""

from figures.statistics.calls import CallRow, call_rows, total
from figures.statistics.reach import Grouping, Reach, reach_by, reached

__all__ = ["CallRow", "Grouping", "Reach", "call_rows", "reach_by", "reached", "total"]
