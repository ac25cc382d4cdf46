"""Who answers for a benefit, once it may be handed over (the plan for benefits, chapter 1; inv. 214).

Several benefits come after the measure has ended, so that the responsibility must be passed to another when
the programme is closed down. What was recorded stays where it is: only who answers from a day on is another.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Handed:
    """A benefit whose responsibility was passed on. `kommune`: whose benefit it is; None for the scheme's."""

    benefit: str
    kommune: int | None
    receiver: int
    since: date


class HandingProblem(StrEnum):
    """Why a handover cannot be proposed."""

    NOTHING_HANDED = "handing_nothing_handed"
    DAY_PAST = "handing_day_past"
    TO_ITSELF = "handing_to_itself"
    NOT_ITS_OWN = "handing_not_its_own"
    UNDER_WAY = "handing_under_way"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What somebody will hand over, to whom and from which day. `giver`: who answers; None: the office."""

    benefits: Collection[str]
    kommune: int | None
    giver: int | None
    receiver: int
    takes_over_on: date


def in_charge(
    handed: Iterable[Handed], benefit: str, kommune: int | None, on: date
) -> Handed | None:
    """Give the newest handover of a benefit that holds on a day; None: it was never passed on.

    Of two from the same day it is the one given last.
    """
    newest = None
    for one in handed:
        if (one.benefit, one.kommune) != (benefit, kommune) or one.since > on:
            continue
        if newest is None or one.since >= newest.since:
            newest = one
    return newest


def holds_from(takes_over_on: date, accepted_on: date) -> date:
    """Give the day from which a receiver answers: the day agreed, but never before it has said yes."""
    return max(takes_over_on, accepted_on)


def problem_of(
    proposed: Proposed, handed: Collection[Handed], waiting: Collection[str], today: date
) -> HandingProblem | None:
    """Tell why a handover cannot be proposed; None when it can.

    `handed`: what was accepted for the same kommune. `waiting`: its benefits whose receiver has not answered.
    A benefit that is passed on from a day to come is not passed on once more before that day.
    """
    if not proposed.benefits:
        return HandingProblem.NOTHING_HANDED
    if proposed.takes_over_on < today:
        return HandingProblem.DAY_PAST
    coming = {one.benefit for one in handed if one.since > today}
    if any(code in coming or code in waiting for code in proposed.benefits):
        return HandingProblem.UNDER_WAY
    for code in proposed.benefits:
        last = in_charge(handed, code, proposed.kommune, today)
        if (last.receiver if last else proposed.kommune) != proposed.giver:
            return HandingProblem.NOT_ITS_OWN
    if proposed.receiver == proposed.giver:
        return HandingProblem.TO_ITSELF
    return None
