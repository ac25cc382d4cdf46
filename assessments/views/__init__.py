"""Pages of this room. Importing a module puts its pages on the blueprint."""

from assessments.views import (
    case,
    control,
    declaring,
    impartiality,
    marking,
    objecting,
    proposals,
    staffing,
    talking,
    whatif,
    worklist,
)
from assessments.views.blueprint import pages

__all__ = [
    "case",
    "control",
    "declaring",
    "impartiality",
    "marking",
    "objecting",
    "pages",
    "proposals",
    "staffing",
    "talking",
    "whatif",
    "worklist",
]
