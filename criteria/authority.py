"""How large an amount a person may answer for on a day, from dated lines that are only added to.

The authority to dispose over a grant (budsjettdisponeringsmyndighet, økonomibestemmelsene 2.5.2.1) is given
in writing to a named person within a limit, and whoever has it may pass on no more than their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foundation.money import Ore


class AuthorityKind(StrEnum):
    """What an authority is for: the signature on a decision, or one of the two on a payment."""

    SIGN = "sign"
    ATTEST = "attest"
    AUTHORISE = "authorise"


@dataclass(frozen=True, slots=True)
class Line:
    """From a day on a person has this limit, to a last day if there is one.

    `amount` is None when the authority was taken back from that day. `number` tells which was written last.
    """

    number: int
    amount: Ore | None
    from_on: date
    to_on: date | None = None

    def is_over(self, day: date) -> bool:
        """Tell whether the line gives nothing on a day that it is the newest of."""
        return self.amount is None or (self.to_on is not None and self.to_on < day)


def line_on(lines: Iterable[Line], day: date) -> Line | None:
    """Give the line that holds on a day: of those begun the one begun last, and of two the one written last.

    None when nothing was given, when it was taken back, or when its last day is past. A line that has run
    out does not bring back the one before it: that one was replaced.
    """
    begun = [one for one in lines if one.from_on <= day]
    if not begun:
        return None
    newest = max(begun, key=lambda one: (one.from_on, one.number))
    return None if newest.is_over(day) else newest


def limit_on(lines: Iterable[Line], day: date) -> Ore | None:
    """Give the limit on a day in øre, that amount included; None: no authority, not even for nothing."""
    found = line_on(lines, day)
    return None if found is None else found.amount


def covers(limit: Ore | None, amount: Ore) -> bool:
    """Tell whether a limit covers an amount. Without an authority nothing is covered, not even 0 kroner."""
    return limit is not None and amount <= limit


class GivingRefusal(StrEnum):
    """Why an authority could not be given or taken back."""

    ONESELF = "authority_oneself"
    NOT_THEIR_LEADER = "authority_not_their_leader"
    OVER_OWN_LIMIT = "authority_over_own_limit"
    ROLE_LACKS_IT = "authority_role_lacks_it"
    IN_THE_PAST = "authority_in_the_past"
    ENDS_BEFORE_IT_BEGINS = "authority_ends_before_it_begins"
    REASON_MISSING = "authority_reason_missing"
    NOTHING_TO_TAKE = "authority_nothing_to_take"


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives: an administrator who writes down what was decided, or the nearest leader, within a limit."""

    person: int
    is_administrator: bool
    leads: bool
    limit: Ore | None


def may_give(giver: Giver, person: int, amount: Ore | None) -> GivingRefusal | None:
    """Tell why somebody may not give a person an amount, or take it back (`amount` None)."""
    if giver.person == person:
        return GivingRefusal.ONESELF
    if giver.is_administrator:
        return None
    if not giver.leads:
        return GivingRefusal.NOT_THEIR_LEADER
    if amount is not None and not covers(giver.limit, amount):
        return GivingRefusal.OVER_OWN_LIMIT
    return None
