"""Reminding of reports, each morning: by e-mail before the day, and by letter when it has passed."""

from datetime import datetime

from sqlalchemy import select

from applications import journal
from applications.facts import language_of
from applications.models import Application
from applications.queries import any_application
from criteria.duties import REMINDED_AFTER, REMINDED_BEFORE, DutyKind, Nudge, nudge_on
from decisions.dispatch import put_saying
from decisions.letter.said import Occasion, Reminder
from decisions.models import Letter, LetterKind
from followup.benefits.notices import tell_receivers_due
from followup.deadlines import notices
from followup.deadlines.notes import DeadlineNote
from followup.deadlines.queries import owed_between
from followup.models import Duty
from foundation import clock, routines
from foundation.database import db, locked, transaction
from foundation.language import Bilingual

_NAMES = {
    DutyKind.STATUS: Bilingual("Statusrapporten for {year}", "Statusrapporten for {year}"),
    DutyKind.ANNUAL: Bilingual("Årsrapporten for {year}", "Årsrapporten for {year}"),
    DutyKind.FINAL: Bilingual("Sluttrapporten", "Sluttrapporten"),
    DutyKind.BENEFITS: Bilingual(
        "Oppfølgingen av gevinster for {year}", "Oppfølginga av gevinstar for {year}"
    ),
    DutyKind.EXPERIENCE: Bilingual("Delingen av erfaringer", "Delinga av erfaringar"),
}


@routines.daily("remind_of_reports", hour=routines.MORNING)
def remind_of_reports(at: datetime) -> None:
    """Remind of each report that is owed, as `criteria.duties` says; a day put off is reminded of anew."""
    today = clock.in_oslo(at).date()
    for duty in owed_between(today - REMINDED_AFTER, today + REMINDED_BEFORE):
        nudge = nudge_on(duty.due_on, today)
        if nudge is not None:
            _remind(duty, nudge, at)


def _remind(duty: Duty, nudge: Nudge, at: datetime) -> None:
    """Remind, unless another worker has."""
    with transaction():
        application, held = locked(duty.application), locked(duty)
        done = _mail(held, at) if nudge is Nudge.BEFORE else _write(held, application, at)
        if done:
            journal.note(
                application, DeadlineNote.REMINDED, by=None, at=at, public=True,
                report=duty.kind.value, year=duty.year,
            )  # fmt: skip


def _mail(duty: Duty, at: datetime) -> bool:
    if duty.reminded_of == duty.due_on:
        return False
    duty.reminded_of = duty.due_on
    notices.tell_due(any_application(duty.application_id), duty.due_on, at)
    _tell_receivers(duty, at)
    return True


def _write(duty: Duty, application: Application, at: datetime) -> bool:
    about = f"duty:{duty.id}/{duty.due_on.isoformat()}"
    if db.session.scalars(
        select(Letter.id).where(Letter.kind == LetterKind.REMINDER, Letter.about == about)
    ).first():
        return False
    language = language_of(any_application(duty.application_id))
    said = Reminder(
        about=Occasion.REPORT,
        due_on=duty.due_on,
        report=_NAMES[duty.kind].in_(language).format(year=duty.year),
    )
    put_saying(application, said, about=about, dated=clock.in_oslo(at).date(), at=at)
    _tell_receivers(duty, at)
    return True


def _tell_receivers(duty: Duty, at: datetime) -> None:
    """Remind those who have taken benefits over too, beside the project itself."""
    if duty.kind is DutyKind.BENEFITS:
        today = clock.in_oslo(at).date()
        tell_receivers_due(duty.application_id, duty.due_on, today, at)
