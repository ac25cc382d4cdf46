"""The data dictionary: every figure and every column, with name, unit and definition, in one place.

Pages, sheets, files and the interface for research take their headings and definitions from here.
"""

from figures.catalogue.columns import Column, Kind, Unit
from figures.catalogue.keyfigures import KEY_FIGURES

__all__ = ["KEY_FIGURES", "Column", "Kind", "Unit"]
