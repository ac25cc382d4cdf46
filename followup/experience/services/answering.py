"""The office's acts on an account of experience."""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person, Role
from applications import journal
from applications.models import Application
from applications.queries import any_application
from assessments.rights import require_unhindered
from criteria.duties import DutyKind
from decisions.rights import require_role
from followup.experience.holding import hold_sent
from followup.experience.models import Experience
from followup.experience.notes import ExperienceNote
from followup.experience.notices import tell_answered
from followup.experience.refusals import Refusal
from followup.met import owe_again
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.saying import says_something

_REPLACED = "erstattet"


def answer_experience(
    experience: Experience, *, publish: bool, text: str, by: Person, at: datetime
) -> None:
    """Publish an account in the library, in the place of the last; or return it with a reason.

    When it is returned, the duty to tell is owed again. Raises RuleBrokenError: no case officer, hindered in
    the case, not to answer, no reason.
    """
    with transaction():
        case, held = hold_sent(experience)
        _refuse_unfit(held, by)
        if held.sent_at is None or held.answered_at is not None:
            raise RuleBrokenError(Refusal.NOT_TO_ANSWER)
        if not publish and not says_something(text):
            raise RuleBrokenError(Refusal.REASON_MISSING)
        if publish:
            _make_room(case, at)
        else:
            owe_again(case, DutyKind.EXPERIENCE)
        held.answered_at, held.answered_by_id = at, by.id
        held.published, held.answer = publish, text.strip()
        note = ExperienceNote.PUBLISHED if publish else ExperienceNote.RETURNED
        journal.note(case, note.value, by=by, at=at, public=True, experience=held.id)
        tell_answered(any_application(case.id), at)


def withdraw_experience(experience: Experience, *, why: str, by: Person, at: datetime) -> None:
    """Take an account out of the library. What was told stays told: the duty is met as before.

    Raises RuleBrokenError: no case officer, hindered in the case, not in the library, no reason.
    """
    with transaction():
        case, held = hold_sent(experience)
        _refuse_unfit(held, by)
        if not held.published or held.withdrawn_at is not None:
            raise RuleBrokenError(Refusal.NOT_PUBLISHED)
        if not says_something(why):
            raise RuleBrokenError(Refusal.REASON_MISSING)
        held.withdrawn_at, held.withdrawn_why = at, why.strip()
        journal.note(
            case, ExperienceNote.WITHDRAWN.value, by=by, at=at, public=True, experience=held.id
        )


def _refuse_unfit(experience: Experience, by: Person) -> None:
    require_role(by, Role.CASE_OFFICER)
    require_unhindered(by, experience.application_id)


def _make_room(case: Application, at: datetime) -> None:
    """Take out the account that stands in the library: there is one for each project."""
    for one in db.session.scalars(
        select(Experience).where(
            Experience.application_id == case.id,
            Experience.published.is_(True),
            Experience.withdrawn_at.is_(None),
        )
    ):
        one.withdrawn_at, one.withdrawn_why = at, _REPLACED
    db.session.flush()  # the table lets one stand at a time
