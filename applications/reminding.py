"""Reminding those who apply of what we have asked for, before their time runs out."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications import journal
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.messages.queries import correspondents
from applications.models import Application, Deficiency
from applications.queries.one import any_application
from criteria.deadlines import REMINDED_BEFORE, reminder_is_due
from criteria.steps import Step
from foundation import clock, routines
from foundation.database import db, locked, transaction
from foundation.wording import format_day


@routines.daily("remind_of_answers", hour=routines.MORNING)
def remind_of_answers(at: datetime) -> None:
    """Remind once of each answer that is due within days, and has not come."""
    today = clock.in_oslo(at).date()
    waiting = db.session.scalars(
        select(Deficiency)
        .join(Application, Application.id == Deficiency.application_id)
        .where(
            Application.step == Step.INCOMPLETE,
            Deficiency.answered_at.is_(None),
            Deficiency.reminded_at.is_(None),
            Deficiency.due_on.between(today, today + REMINDED_BEFORE),
        )
        .order_by(Deficiency.id)
    ).all()
    for one in waiting:
        if reminder_is_due(clock.in_oslo(one.asked_at).date(), one.due_on, today):
            _remind(one, at)


def _remind(deficiency: Deficiency, at: datetime) -> None:
    with transaction():
        held = locked(deficiency)
        if held.answered_at is not None or held.reminded_at is not None:
            return
        held.reminded_at = at
        application = any_application(held.application_id)
        journal.note(
            application, "reminded", by=None, at=at, public=True, due_on=held.due_on.isoformat()
        )
        with force_locale(language_of(application)):
            subject = _("Sak %(number)s: fristen går snart ut", number=application.case_number)
            body = _(
                "Vi har bedt om flere opplysninger i sak %(number)s og har ikke fått svar. "
                "Fristen er %(due_on)s. Logg inn for å svare.",
                number=application.case_number,
                due_on=format_day(held.due_on),
            )
        told = [contact_of(application).email, *(one.email for one in correspondents(application))]
        for address in dict.fromkeys(one.strip().lower() for one in told):
            tell(address, Topic.DEADLINES, subject=subject, body=body, at=at)
