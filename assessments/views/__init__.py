"""Pages of this room. Importing a module puts its pages on the blueprint."""

from assessments.views import (
    approving,
    case,
    control,
    declaring,
    impartiality,
    marking,
    markingdates,
    moderating,
    objecting,
    proposals,
    returning,
    savedviews,
    staffing,
    suggesting,
    talking,
    whatif,
    worklist,
)
from assessments.views.blueprint import pages

__all__ = [
    "approving",
    "case",
    "control",
    "declaring",
    "impartiality",
    "marking",
    "markingdates",
    "moderating",
    "objecting",
    "pages",
    "proposals",
    "returning",
    "savedviews",
    "staffing",
    "suggesting",
    "talking",
    "whatif",
    "worklist",
]
