"""The tables for research: what is decided and sent out; no persons and nothing that people wrote."""

from figures.catalogue.research.answers import ANSWERS
from figures.catalogue.research.benefits import BENEFITS
from figures.catalogue.research.cases import APPLICATIONS, DECISIONS, PAYMENTS
from figures.catalogue.research.handovers import HANDOVERS
from figures.catalogue.research.marks import MARKS
from figures.catalogue.research.panel import KOMMUNER
from figures.catalogue.research.participants import PARTICIPANTS
from figures.catalogue.research.reportanswers import REPORT_ANSWERS
from figures.catalogue.research.reports import REPORTS
from figures.catalogue.research.spread import SPREAD

RESEARCH = (
    APPLICATIONS, PARTICIPANTS, DECISIONS, PAYMENTS, KOMMUNER, ANSWERS, MARKS, REPORTS, REPORT_ANSWERS,
    BENEFITS, HANDOVERS,
)  # fmt: skip
"""The tables in the order that the pages list them."""
IN_EDITIONS = (*RESEARCH, SPREAD)
"""What an edition has: also what may not be counted anew every day."""

__all__ = [
    "ANSWERS",
    "APPLICATIONS",
    "BENEFITS",
    "DECISIONS",
    "HANDOVERS",
    "IN_EDITIONS",
    "KOMMUNER",
    "MARKS",
    "PARTICIPANTS",
    "PAYMENTS",
    "REPORTS",
    "REPORT_ANSWERS",
    "RESEARCH",
    "SPREAD",
]
