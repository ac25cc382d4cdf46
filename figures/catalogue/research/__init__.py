"""The tables for research: what is decided and sent out; no persons and nothing that people wrote."""

from figures.catalogue.research.answers import ANSWERS
from figures.catalogue.research.cases import APPLICATIONS, DECISIONS, PAYMENTS
from figures.catalogue.research.marks import MARKS
from figures.catalogue.research.panel import KOMMUNER
from figures.catalogue.research.reports import REPORTS

RESEARCH = (APPLICATIONS, DECISIONS, PAYMENTS, KOMMUNER, ANSWERS, MARKS, REPORTS)
"""The tables in the order that the pages list them."""

__all__ = [
    "ANSWERS",
    "APPLICATIONS",
    "DECISIONS",
    "KOMMUNER",
    "MARKS",
    "PAYMENTS",
    "REPORTS",
    "RESEARCH",
]
