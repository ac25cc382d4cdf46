"""Points where a project stops to be judged before it goes on (stoppunkt and kontrollpunkt, inv. 185).

A point is passed once. What is told at it is never overwritten: the newest account is what is decided on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foundation.money import NOTHING, Ore


class PointKind(StrEnum):
    """What a point stands before: a new phase of the project, or a delivery that much hangs on."""

    PHASE = "point_of_phase"
    DELIVERY = "point_of_delivery"


class Outlook(StrEnum):
    """What the project now expects of its benefits, beside what it planned."""

    AS_PLANNED = "outlook_as_planned"
    MORE = "outlook_more"
    LESS = "outlook_less"


class PointOutcome(StrEnum):
    """What is decided at a point."""

    GO_ON = "point_go_on"
    CONDITIONALLY = "point_go_on_conditionally"
    STOP = "point_stop"


PASSING = frozenset({PointOutcome.GO_ON, PointOutcome.CONDITIONALLY})
"""The decisions by which a project is past a point, and money that waits for it falls due."""


class PointState(StrEnum):
    """Where a point stands."""

    AWAITS_ACCOUNT = "point_awaits_account"
    AWAITS_DECISION = "point_awaits_decision"
    PASSED = "point_passed"
    PASSED_CONDITIONALLY = "point_passed_conditionally"
    STOPPED = "point_stopped"
    WITHDRAWN = "point_withdrawn"


class PointRefusal(StrEnum):
    """Why an act at a point is refused."""

    NOT_IN_FORCE = "point_grant_not_in_force"
    NO_NAME = "point_no_name"
    NOTHING_TO_SHOW = "point_nothing_to_show"
    DUE_IN_THE_PAST = "point_due_in_the_past"
    UNCHANGED = "point_unchanged"
    TOLD_OF = "point_told_of"
    MONEY_WAITS = "point_money_waits"
    WITHDRAWN = "point_is_withdrawn"
    PASSED = "point_is_passed"
    NOT_TOLD = "point_account_lacks_words"
    EXPECTS_LESS_THAN_SPENT = "point_expects_less_than_spent"
    NOTHING_TO_DECIDE = "point_nothing_to_decide"
    NO_CONDITIONS = "point_no_conditions"
    NEEDLESS_CONDITIONS = "point_needless_conditions"


@dataclass(frozen=True, slots=True)
class PointPlan:
    """What an officer wants of a point: what must be shown there, and by which day in Oslo."""

    kind: PointKind
    name: str
    to_show: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Told:
    """What a project tells at a point. Amounts are øre: what it has cost, and will have cost in all."""

    delivered: str
    spent: Ore
    expected: Ore
    outlook: Outlook
    why: str


def stands(outcomes: Sequence[PointOutcome | None], *, withdrawn: bool) -> PointState:
    """Tell where a point stands, by what was decided of each account, the oldest first; None: not yet."""
    if withdrawn:
        return PointState.WITHDRAWN
    if not outcomes:
        return PointState.AWAITS_ACCOUNT
    match outcomes[-1]:
        case None:
            return PointState.AWAITS_DECISION
        case PointOutcome.GO_ON:
            return PointState.PASSED
        case PointOutcome.CONDITIONALLY:
            return PointState.PASSED_CONDITIONALLY
        case PointOutcome.STOP:
            return PointState.STOPPED


def wrong_plan(wanted: PointPlan, before: PointPlan | None, today: date) -> PointRefusal | None:
    """Tell what is wrong with a point as it is wanted. A day that has passed may stand, but not be set."""
    if wanted == before:
        return PointRefusal.UNCHANGED
    if wanted.due_on < today and (before is None or before.due_on != wanted.due_on):
        return PointRefusal.DUE_IN_THE_PAST
    return None


def wrong_account(told: Told) -> PointRefusal | None:
    """Tell what is wrong with the costs that a project tells of: what is spent is part of what it expects."""
    if told.spent < NOTHING or told.expected < told.spent:
        return PointRefusal.EXPECTS_LESS_THAN_SPENT
    return None


def wrong_conditions(outcome: PointOutcome, conditions: str) -> PointRefusal | None:
    """Refuse to go on conditionally without conditions, and conditions of any other decision."""
    if outcome is PointOutcome.CONDITIONALLY:
        return None if conditions else PointRefusal.NO_CONDITIONS
    return PointRefusal.NEEDLESS_CONDITIONS if conditions else None
