"""The tables that a controller takes out: whole cases, with titles and the names of who did what."""

from figures.catalogue.exported.cases import APPLICATIONS, DECISIONS
from figures.catalogue.exported.deviations import DEVIATIONS, Deviation
from figures.catalogue.exported.money import INSTALMENTS, LEDGER, RECIPIENTS
from figures.catalogue.exported.overlaps import OVERLAPS
from figures.catalogue.exported.running import RUNNING_COSTS

EXPORTED = (
    APPLICATIONS, DECISIONS, LEDGER, INSTALMENTS, RECIPIENTS, OVERLAPS, DEVIATIONS, RUNNING_COSTS,
)  # fmt: skip
"""The tables in the order that a workbook has them."""

__all__ = [
    "APPLICATIONS",
    "DECISIONS",
    "DEVIATIONS",
    "EXPORTED",
    "INSTALMENTS",
    "LEDGER",
    "OVERLAPS",
    "RECIPIENTS",
    "RUNNING_COSTS",
    "Deviation",
]
