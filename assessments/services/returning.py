"""Sending a case back to assessment: for a third reading beside the two, or to be read anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import attrgetter

from accounts.models import Person
from accounts.permissions import Permission, allows
from applications import journal
from applications.models import Application
from assessments.holding import hold_round, refuse_decided_beside
from assessments.models import Proposal
from assessments.queries.marks import reading_of, score_of
from assessments.queries.proposals import chosen_line
from assessments.readings.models import ThirdReading
from assessments.refusals import Refusal
from assessments.rights import require_step, require_unhindered, require_words
from assessments.staffing import ASSESSORS
from criteria.procedure import Act, Step
from criteria.reading import ThirdBecause
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.errors import NotFoundError, RuleBrokenError


class Return(StrEnum):
    """What a case is sent back for."""

    THIRD = "third"
    ANEW = "anew"


def return_to_assessment(
    application: Application, how: Return, *, reason: str, by: Person, at: datetime
) -> None:
    """Send a case that is proposed back: its score counts no more until a new one is made.

    THIRD: the two readings stand, and a third comes beside them. ANEW: everyone on the case reads it
    again. Refused where something in the same proposal has been decided: no other can be chosen then.
    """
    with transaction():
        asked = _Asked(how, ThirdBecause.ASKED_FOR, require_words(reason))
        hold_round(application.call_id)
        _return(application, asked, by, at)


def return_many(
    proposal: Proposal,
    applications: Sequence[Application],
    *,
    reason: str,
    by: Person,
    at: datetime,
) -> None:
    """Ask for a third reading of the cases of a chosen proposal that are near its line. All or none."""
    with transaction():
        asked = _Asked(Return.THIRD, ThirdBecause.NEAR_LINE, require_words(reason))
        hold_round(proposal.call_id)
        locked(proposal)
        if not proposal.is_in_force:
            raise RuleBrokenError(Refusal.PROPOSAL_NOT_IN_FORCE)
        if not applications:
            raise RuleBrokenError(Refusal.NOTHING_NEAR_THE_LINE)
        for application in sorted(applications, key=attrgetter("id")):
            line = chosen_line(application.id)
            if line is None or line.proposal_id != proposal.id:
                raise NotFoundError
            _return(application, asked, by, at)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of who reads next, and why."""

    how: Return
    because: ThirdBecause
    reason: str


def _return(application: Application, asked: _Asked, by: Person, at: datetime) -> None:
    locked(application)
    _require_right_to_return(application, by)
    require_step(application, (Step.PROPOSED,), Refusal.NOT_PROPOSED)
    refuse_decided_beside(application)
    before = score_of(application.id)
    if asked.how is Return.THIRD and (before is None or len(before.assessors) > ASSESSORS):
        raise RuleBrokenError(Refusal.THREE_HAVE_READ, case=application.case_number or "")
    journal.move(
        application,
        Act.RETURN_TO_ASSESSMENT,
        by=by,
        at=at,
        reason=asked.reason,
        how=asked.how.value,
    )
    if asked.how is Return.THIRD and before is not None:
        db.session.add(
            ThirdReading(
                application_id=application.id,
                round=reading_of(application.id).round,
                adds_to=before.round,
                because=JsonValue(because=[asked.because.value]),
                reason=asked.reason,
                asked_at=at,
                asked_by_id=by.id,
            )
        )


def _require_right_to_return(application: Application, person: Person) -> None:
    if not allows(person, Permission.DECISION_SIGN):
        raise RuleBrokenError(Refusal.ONLY_THE_LEADER_RETURNS)
    require_unhindered(person, application.id)
