"""The tables for research: what is decided and sent out; no persons and nothing that people wrote."""

from figures.catalogue.research.cases import APPLICATIONS, DECISIONS, PAYMENTS
from figures.catalogue.research.panel import KOMMUNER

RESEARCH = (APPLICATIONS, DECISIONS, PAYMENTS, KOMMUNER)
"""The tables in the order that the pages list them."""

__all__ = ["APPLICATIONS", "DECISIONS", "KOMMUNER", "PAYMENTS", "RESEARCH"]
