"""The office's acts: answering a request, and noting the help that was given."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import Person
from accounts.queries import person
from applications import journal
from applications.queries import any_application
from decisions.rights import require_words
from followup.assistance.holding import hold_for_office, refuse_unless_underway
from followup.assistance.models import AssistanceGiven, AssistanceRequest
from followup.assistance.notes import AssistanceNote
from followup.assistance.notices import tell_answered
from followup.assistance.refusals import Refusal
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.saying import says_something


@dataclass(frozen=True, slots=True)
class Given:
    """Help that was given. `hours`: of all who helped, together, at least one."""

    on: date
    by_whom: str
    hours: int
    done: str


def answer_assistance(
    request: AssistanceRequest, *, take_on: bool, words: str, by: Person, at: datetime
) -> None:
    """Take a request on, or decline it; either is said in words, and once.

    Raises RuleBrokenError: no case officer, hindered in the case, answered or taken back already, no words.
    """
    with transaction():
        case, held = hold_for_office(request, by)
        if held.answered_at is not None or held.closed_at is not None:
            raise RuleBrokenError(Refusal.ANSWERED)
        held.answer = require_words(words)
        held.answered_at, held.answered_by_id, held.taken_on = at, by.id, take_on
        note = AssistanceNote.TAKEN_ON if take_on else AssistanceNote.DECLINED
        journal.note(case, note.value, by=by, at=at, public=True, assistance=held.id)
        tell_answered(any_application(case.id), person(held.asked_by_id), at)


def note_given(
    request: AssistanceRequest, given: Given, *, by: Person, at: datetime
) -> AssistanceGiven:
    """Note help that was given in a request that is taken on.

    Raises RuleBrokenError: no case officer, hindered in the case, not taken on, closed, something is not
    said, a day before it was asked for or one that has not come.
    """
    with transaction():
        case, held = hold_for_office(request, by)
        refuse_unless_underway(held)
        if given.hours < 1 or not (says_something(given.by_whom) and says_something(given.done)):
            raise RuleBrokenError(Refusal.WORDS_MISSING)
        if not clock.in_oslo(held.asked_at).date() <= given.on <= clock.in_oslo(at).date():
            raise RuleBrokenError(Refusal.GIVEN_OUTSIDE)
        made = AssistanceGiven(
            given_on=given.on,
            given_by=given.by_whom.strip(),
            hours=given.hours,
            done=given.done.strip(),
            noted_at=at,
            noted_by_id=by.id,
        )
        held.given.append(made)
        db.session.flush()  # the journal names it by its id
        journal.note(
            case, AssistanceNote.GIVEN.value, by=by, at=at, public=True,
            assistance=held.id, given=made.id, hours=made.hours,
        )  # fmt: skip
    return made


def take_given_back(
    request: AssistanceRequest, given_id: int, why: str, *, by: Person, at: datetime
) -> None:
    """Take a line back that was noted wrongly; it stays to be seen, and counts no more.

    Raises NotFoundError; RuleBrokenError: no case officer, hindered in the case, closed, taken back already,
    no reason.
    """
    with transaction():
        case, held = hold_for_office(request, by)
        refuse_unless_underway(held)
        line = next((one for one in held.given if one.id == given_id), None)
        if line is None:
            raise NotFoundError
        if line.taken_back_at is not None:
            raise RuleBrokenError(Refusal.TAKEN_BACK)
        line.taken_back_why = require_words(why)
        line.taken_back_at, line.taken_back_by_id = at, by.id
        journal.note(
            case, AssistanceNote.TAKEN_BACK.value, by=by, at=at, public=True,
            assistance=held.id, given=line.id,
        )  # fmt: skip
