"""Pages of benefits. Importing a module puts its pages on the blueprint."""

from followup.benefits import words
from followup.benefits.views import (
    catalogue,
    freeing,
    handing,
    measuring,
    office,
    outside,
    owning,
    panels,
    reports,
)

__all__ = [
    "catalogue",
    "freeing",
    "handing",
    "measuring",
    "office",
    "outside",
    "owning",
    "panels",
    "reports",
    "words",
]
