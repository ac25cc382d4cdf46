"""The kommune's acts: asking for help, taking the request back, and telling whether it helped."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import Person
from applications import journal
from applications.models import Application
from followup.assistance import notices
from followup.assistance.holding import (
    hold_request,
    refuse_other_kommune,
    refuse_unless_underway,
)
from followup.assistance.models import AssistanceKind, AssistanceRequest, Usefulness
from followup.assistance.notes import AssistanceNote
from followup.assistance.refusals import Refusal
from followup.holding import hold_case, refuse_unless_accepted
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.saying import says_something
from grants.registers import queries as registers


@dataclass(frozen=True, slots=True)
class Need:
    """What a kommune wants help with. `standard`: its code in the register, or empty."""

    organisation_id: int
    kind: AssistanceKind
    words: str
    standard: str = ""
    wanted_by: date | None = None


def ask_for_assistance(
    application: Application, need: Need, *, by: Person, at: datetime
) -> AssistanceRequest:
    """Ask for help on behalf of a kommune that takes part in a project under way.

    Raises RuleBrokenError: the grant is not in force, not the person's kommune, nothing is said, a day that
    has been, a standard that is not in force.
    """
    with transaction():
        case = hold_case(application.id)
        refuse_unless_accepted(case)
        refuse_other_kommune(case.id, need.organisation_id, by)
        if not says_something(need.words):
            raise RuleBrokenError(Refusal.NEED_MISSING)
        today = clock.in_oslo(at).date()
        if need.wanted_by is not None and need.wanted_by < today:
            raise RuleBrokenError(Refusal.WANTED_IN_THE_PAST)
        made = AssistanceRequest(
            application_id=case.id,
            organisation_id=need.organisation_id,
            kind=need.kind,
            standard_id=_standard_id(need.standard, today),
            need=need.words.strip(),
            wanted_by=need.wanted_by,
            asked_at=at,
            asked_by_id=by.id,
        )
        db.session.add(made)
        db.session.flush()  # the journal names it by its id
        journal.note(
            case, AssistanceNote.ASKED.value, by=by, at=at, public=True, assistance=made.id
        )
        notices.tell_office(case, at)
    return made


def withdraw_assistance(request: AssistanceRequest, *, by: Person, at: datetime) -> None:
    """Take back a request that nobody has answered. Raises RuleBrokenError: not theirs, answered, closed."""
    with transaction():
        case, held = hold_request(request)
        refuse_other_kommune(case.id, held.organisation_id, by)
        if held.closed_at is not None:
            raise RuleBrokenError(Refusal.CLOSED)
        if held.answered_at is not None:
            raise RuleBrokenError(Refusal.ANSWERED)
        held.closed_at, held.closed_by_id = at, by.id
        journal.note(
            case, AssistanceNote.WITHDRAWN.value, by=by, at=at, public=True, assistance=held.id
        )


def close_assistance(
    request: AssistanceRequest, usefulness: Usefulness, words: str, *, by: Person, at: datetime
) -> None:
    """Tell whether the help was of use; with that the request is closed.

    Raises RuleBrokenError: not the person's kommune, not taken on, closed, nothing was given, it did not
    help and nobody says why.
    """
    with transaction():
        case, held = hold_request(request)
        refuse_other_kommune(case.id, held.organisation_id, by)
        refuse_unless_underway(held)
        if all(one.taken_back_at is not None for one in held.given):
            raise RuleBrokenError(Refusal.NOTHING_GIVEN)
        if usefulness is not Usefulness.HELPED and not says_something(words):
            raise RuleBrokenError(Refusal.WORDS_MISSING)
        held.closed_at, held.closed_by_id = at, by.id
        held.usefulness, held.closing_words = usefulness, words.strip()
        journal.note(
            case, AssistanceNote.CLOSED.value, by=by, at=at, public=True, assistance=held.id
        )


def _standard_id(code: str, today: date) -> int | None:
    """Find a standard in force by its code. Raises RuleBrokenError."""
    if not code:
        return None
    found = {one.code: one for one in registers.standards() if one.newest.holds(today)}.get(code)
    if found is None:
        raise RuleBrokenError(Refusal.STANDARD_NOT_IN_FORCE)
    return found.id
