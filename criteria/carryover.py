"""Whether what a grant has unused of a year may be used in the next, and what becomes of it (ubrukte midler).

Helsedirektoratets regelverk: money is used within its grant year; what is unused is told of in the year's
report, and the recipient must apply to use it later. Amounts are øre.

What the recipient has received already it simply keeps, so it is spoken of first; only what is not paid
moves in the ledger. What may not be used later is asked back where it is paid, and lapses where it is not.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from criteria.deadlines import annual_report_due
from foundation.money import NOTHING, Ore


class CarryRefusal(StrEnum):
    """Why unused money may not be applied for, or an application not be answered."""

    YEAR_NOT_OVER = "carry_year_not_over"
    NOT_REPORTED = "carry_not_reported"
    NOTHING_UNUSED = "carry_nothing_unused"
    NEGATIVE = "carry_negative"
    OVER_UNUSED = "carry_over_unused"
    OVER_ASKED = "carry_over_asked"
    ENDS_TOO_EARLY = "carry_ends_too_early"
    ENDS_TOO_LATE = "carry_ends_too_late"


@dataclass(frozen=True, slots=True)
class YearMoney:
    """A case's money of a budget year. `spent`: by the year's report; None while it is not sent.

    `claimed`: asked back and not settled. `kept`: received money of the year before that may be used in
    this, less what of this may be used in the next.
    """

    committed: Ore
    paid: Ore
    spent: Ore | None
    claimed: Ore = NOTHING
    kept: Ore = NOTHING

    @property
    def unused(self) -> Ore:
        """What is promised for the year and not spent in it; nothing while that is not known."""
        return self._beyond(self.committed)

    @property
    def held(self) -> Ore:
        """What the recipient has received and not spent: a part of `unused`."""
        return self._beyond(self.paid)

    def _beyond(self, amount: Ore) -> Ore:
        if self.spent is None:
            return NOTHING
        return Ore(max(amount - self.claimed + self.kept - self.spent, 0))


@dataclass(frozen=True, slots=True)
class Split:
    """What becomes of an amount that was applied for; the four parts add up to it.

    `kept`: stays with the recipient, for the next year. `moved`: is promised for the next year instead.
    `lapsed`: is promised no more. `owed`: is with the recipient, and is to be paid back.
    """

    kept: Ore
    moved: Ore
    lapsed: Ore
    owed: Ore


def may_ask(
    money: YearMoney, amount: Ore, end_on: date, *, year: int, today: date
) -> CarryRefusal | None:
    """Tell why money of a year may not be applied for on a day, or None."""
    checks = (
        (CarryRefusal.YEAR_NOT_OVER, today.year <= year),
        (CarryRefusal.NOT_REPORTED, money.spent is None),
        (CarryRefusal.NOTHING_UNUSED, money.unused == NOTHING),
        (CarryRefusal.NEGATIVE, amount <= 0),
        (CarryRefusal.OVER_UNUSED, amount > money.unused),
        (CarryRefusal.ENDS_TOO_EARLY, end_on.year <= year),
        (CarryRefusal.ENDS_TOO_LATE, end_on.year > year + 1),
    )
    return next((refusal for refusal, is_so in checks if is_so), None)


def may_answer(money: YearMoney, asked: Ore, granted: Ore) -> CarryRefusal | None:
    """Tell why an application may not be answered so, or None. The books may have changed since it came."""
    checks = (
        (CarryRefusal.NOT_REPORTED, money.spent is None),
        (CarryRefusal.OVER_UNUSED, asked > money.unused),
        (CarryRefusal.OVER_ASKED, not NOTHING <= granted <= asked),
    )
    return next((refusal for refusal, is_so in checks if is_so), None)


def split(money: YearMoney, asked: Ore, granted: Ore) -> Split:
    """Divide what is applied for; what is received already is kept before anything moves.

    What is not granted is taken from what is left with the recipient before from what is not paid.
    Raises ValueError where `may_answer` would refuse.
    """
    refusal = may_answer(money, asked, granted)
    if refusal is not None:
        raise ValueError(refusal.value)
    kept = min(granted, money.held)
    owed = min(Ore(asked - granted), Ore(money.held - kept))
    return Split(
        kept=kept, moved=Ore(granted - kept), lapsed=Ore(asked - granted - owed), owed=owed
    )


def last_day_to_ask(year: int, due_on: date | None) -> date:
    """Give the last day to apply in time: that of the year's report, where both are told of.

    What comes later is answered too, and marked as late: the office weighs it.
    """
    return max(annual_report_due(year), due_on or date.min)
