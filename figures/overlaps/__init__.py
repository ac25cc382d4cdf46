"""One kommune in several projects: by kommune, measure and time, with its share of each grant."""

from figures.overlaps.gathering import Part, Together, parts_of
from figures.overlaps.page import Chosen, Overlapping, overlapping

__all__ = ["Chosen", "Overlapping", "Part", "Together", "overlapping", "parts_of"]
