"""A budget year in figures: what is granted, promised, paid, late and expected, part by part."""

from figures.yearly.parts import Control, Line, Part, PartView
from figures.yearly.rows import YearAmount, case_page
from figures.yearly.view import YearView, year_view

__all__ = [
    "Control",
    "Line",
    "Part",
    "PartView",
    "YearAmount",
    "YearView",
    "case_page",
    "year_view",
]
