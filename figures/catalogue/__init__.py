"""The data dictionary: every figure and every column, with name, unit and definition, in one place.

Pages, sheets, files and the interface for research take their headings and definitions from here.
"""

from figures.catalogue.columns import Column, Kind, Unit
from figures.catalogue.exported import EXPORTED
from figures.catalogue.keyfigures import KEY_FIGURES
from figures.catalogue.research import IN_EDITIONS, RESEARCH
from figures.catalogue.tables import Table

__all__ = ["EXPORTED", "IN_EDITIONS", "KEY_FIGURES", "RESEARCH", "Column", "Kind", "Table", "Unit"]
