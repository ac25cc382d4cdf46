"""The acts on local decisions: a kommune registers what it decided, and the lead reminds who lacks."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from accounts.models import Person, Role
from applications import journal
from applications.documents import Upload
from applications.facts import lead_of
from applications.models import Application
from applications.queries import any_application
from applications.refusals import Refusal as ApplicantRefusal
from decisions.holding import hold_cases
from decisions.localdecisions.models import DecidingBody, LocalDecision, OwedDecision
from decisions.localdecisions.notes import LocalNote
from decisions.localdecisions.notices import tell_owing
from decisions.localdecisions.queries import owed_in, whole
from decisions.localdecisions.refusals import Refusal
from foundation import clock, scans
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from foundation.saying import says_something

BETWEEN_REMINDERS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a kommune decided. `cost`: øre, what it pays itself in the whole period."""

    body: DecidingBody
    on: date
    reference: str
    cost: Ore
    consequences: str


def register_local_decision(
    application: Application,
    organisation_id: int,
    decided: Decided,
    upload: Upload,
    *,
    by: Person,
    at: datetime,
) -> LocalDecision:
    """Register what a kommune has decided, with the document; once more replaces, and the last stands beside.

    Raises RuleBrokenError: not the person's kommune, nothing is owed, a day that has not come, something
    is not said, an infected file.
    """
    with transaction():
        hold_cases([application])
        if organisation_id not in by.organisations_as(Role.EDITOR, Role.SIGNATORY):
            raise RuleBrokenError(Refusal.NOT_OWN_KOMMUNE)
        owed = _hold(application.id, organisation_id)
        if not (says_something(decided.reference) and says_something(decided.consequences)):
            raise RuleBrokenError(Refusal.WORDS_MISSING)
        if decided.on > clock.in_oslo(at).date():
            raise RuleBrokenError(Refusal.DECIDED_LATER)
        scans.watch(upload.stored, at)
        made = LocalDecision(
            number=len(owed.decisions) + 1,
            body=decided.body,
            decided_on=decided.on,
            reference=decided.reference.strip(),
            cost=decided.cost,
            consequences=decided.consequences.strip(),
            filename=upload.filename,
            media_type=upload.stored.media_type,
            size=upload.stored.size,
            sha256=upload.stored.sha256,
            registered_at=at,
            registered_by_id=by.id,
        )
        owed.decisions.append(made)
        db.session.flush()  # the journal names it by its id
        journal.note(
            application, LocalNote.REGISTERED.value, by=by, at=at, public=True,
            local_decision=made.id, organisation=organisation_id, sha256=made.sha256,
        )  # fmt: skip
    return made


def remind_lacking(application: Application, *, by: Person, at: datetime) -> int:
    """Remind the kommuner that payment waits for, at most once a day; give how many.

    Raises RuleBrokenError: not of the lead, nobody lacks, reminded less than a day ago.
    """
    with transaction():
        hold_cases([application])
        if lead_of(application).organisation_id not in by.organisations_as(
            Role.EDITOR, Role.SIGNATORY
        ):
            raise RuleBrokenError(ApplicantRefusal.NOT_LEADS_EDITOR)
        lacking = [one for one in owed_in(application.id) if one.is_lacking]
        if not lacking:
            raise RuleBrokenError(Refusal.NOBODY_LACKS)
        if any(one.reminded_at and at - one.reminded_at < BETWEEN_REMINDERS for one in lacking):
            raise RuleBrokenError(Refusal.REMINDED_TODAY)
        whole = any_application(application.id)
        for one in lacking:
            one.reminded_at = at
            tell_owing(whole, one.organisation_id, at)
        journal.note(
            application, LocalNote.REMINDED.value, by=by, at=at, public=True, number=len(lacking)
        )
    return len(lacking)


def _hold(application_id: int, organisation_id: int) -> OwedDecision:
    """Read what a kommune of a held case owes, anew. Raises RuleBrokenError."""
    owed = db.session.scalars(
        select(OwedDecision)
        .where(
            OwedDecision.application_id == application_id,
            OwedDecision.organisation_id == organisation_id,
            OwedDecision.released_at.is_(None),
        )
        .options(*whole())  # a page that shows it when this is refused has all of it still
        .execution_options(populate_existing=True)
    ).first()
    if owed is None:
        raise RuleBrokenError(Refusal.NOT_OWED)
    return owed
