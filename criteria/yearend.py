"""What a budget year is expected to end with (prognose), and what that rests on.

Amounts are øre. Every instalment of the year that is not paid is taken to be paid before the year ends,
whether it has fallen due or waits for a fact; new grants, claims and repayments are not guessed at. A year
that is over ends as it did: money is appropriated for its year.
"""

from dataclasses import dataclass
from enum import StrEnum

from foundation.money import Ore


class Assumption(StrEnum):
    """What the expectation rests on."""

    ALL_PLANNED_IS_PAID = "all_planned_is_paid"
    NOTHING_NEW = "nothing_new"
    IS_OVER = "is_over"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the year's payments are expected to come to, and why."""

    paid: Ore
    assumptions: tuple[Assumption, ...]


def expected(paid: Ore, unpaid_instalments: Ore, *, is_over: bool) -> Expectation:
    """Expect what is paid, and what is planned for the rest of the year."""
    if is_over:
        return Expectation(paid, (Assumption.IS_OVER,))
    return Expectation(
        Ore(paid + unpaid_instalments), (Assumption.ALL_PLANNED_IS_PAID, Assumption.NOTHING_NEW)
    )
