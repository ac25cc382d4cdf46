"""The tables that a controller takes out: whole cases, with titles and the names of who did what."""

from figures.catalogue.exported.cases import APPLICATIONS, DECISIONS
from figures.catalogue.exported.deviations import DEVIATIONS, Deviation
from figures.catalogue.exported.money import INSTALMENTS, LEDGER, RECIPIENTS

EXPORTED = (APPLICATIONS, DECISIONS, LEDGER, INSTALMENTS, RECIPIENTS, DEVIATIONS)
"""The tables in the order that a workbook has them."""

__all__ = [
    "APPLICATIONS",
    "DECISIONS",
    "DEVIATIONS",
    "EXPORTED",
    "INSTALMENTS",
    "LEDGER",
    "RECIPIENTS",
    "Deviation",
]
