"""The socio-economic analysis that the scheme was founded on, as rules that compute it again.

The draft of the scheme (its chapter 5) prices three levels of ambition and prints the results in its tables
4, 5, 7 and 8. Here its inputs are put through its own rules, so that every printed figure stands beside a
computed one, and whoever wants another reading can see what it changes. Amounts are millions of kroner,
present value, in prices of 2022 and without value added tax (inv. 257–265).
"""

from criteria.economics.breakeven import BreakEven, break_even
from criteria.economics.model import (
    DISCOUNTED_TO,
    FIRST_YEAR,
    LAST_YEAR,
    Inputs,
    Introduction,
    Level,
    Line,
    Reading,
    TaxBase,
    discount_factor,
    worked_out,
)
from criteria.economics.realised import RealisedYear, realised
from criteria.economics.sensitivity import Factor, Swing, swings
from criteria.economics.spending import SpentYear, spent
from criteria.economics.tables import Cell, Printed, Reason, Table, Verdict, cells, own_reading
from criteria.economics.unpriced import Worth, ranking

__all__ = [
    "DISCOUNTED_TO",
    "FIRST_YEAR",
    "LAST_YEAR",
    "BreakEven",
    "Cell",
    "Factor",
    "Inputs",
    "Introduction",
    "Level",
    "Line",
    "Printed",
    "Reading",
    "RealisedYear",
    "Reason",
    "SpentYear",
    "Swing",
    "Table",
    "TaxBase",
    "Verdict",
    "Worth",
    "break_even",
    "cells",
    "discount_factor",
    "own_reading",
    "ranking",
    "realised",
    "spent",
    "swings",
    "worked_out",
]
