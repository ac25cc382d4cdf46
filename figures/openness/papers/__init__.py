"""The documents themselves: what stands behind a line of the journal, as files to hand out."""

from figures.openness.papers.making import paper_of
from figures.openness.papers.paper import Paper, Part

__all__ = ["Paper", "Part", "paper_of"]
