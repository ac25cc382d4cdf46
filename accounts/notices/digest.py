"""Gathering the notices that wait: one e-mail to each person, each morning or each Monday."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Person
from accounts.notices.models import Frequency, WaitingNotice
from accounts.notices.sending import frequency_of
from foundation import clock, outbox, routines
from foundation.database import db, transaction
from foundation.wording import format_moment

MONDAY = 0


@routines.daily("gather_notices", hour=routines.MORNING)
def gather_notices(at: datetime) -> None:
    """Put one e-mail to each person who has notices waiting and whose day it is.

    What a person has meanwhile chosen counts: who now wants none is sent none.
    """
    for person_id in _those_who_wait():
        _gather(person_id, at)


def _those_who_wait() -> list[int]:
    return list(
        db.session.scalars(
            select(WaitingNotice.person_id)
            .where(WaitingNotice.gathered_at.is_(None))
            .order_by(WaitingNotice.person_id)
            .distinct()
        )
    )


def _gather(person_id: int, at: datetime) -> None:
    with transaction():
        notices = db.session.scalars(
            select(WaitingNotice)
            .where(WaitingNotice.person_id == person_id, WaitingNotice.gathered_at.is_(None))
            .order_by(WaitingNotice.topic, WaitingNotice.id)
            .with_for_update()
        ).all()
        ready: list[WaitingNotice] = []
        for topic, waiting in groupby(notices, key=lambda one: one.topic):
            frequency = frequency_of(person_id, topic)
            if frequency is Frequency.WEEKLY and clock.in_oslo(at).weekday() != MONDAY:
                continue
            for one in waiting:
                one.gathered_at = at
                if frequency is not Frequency.NEVER:
                    ready.append(one)
        person = db.session.get_one(Person, person_id)
        if ready and person.is_active:
            _put(person, ready, at)


def _put(person: Person, notices: Sequence[WaitingNotice], at: datetime) -> None:
    lines = [f"– {one.subject} ({format_moment(one.put_at)})" for one in notices]
    with force_locale(person.locale):
        outbox.put_mail(
            recipient=person.email,
            subject=ngettext("%(num)d nytt varsel", "%(num)d nye varsler", len(notices)),
            body="\n".join(
                [
                    _("Dette har skjedd siden sist:"),
                    "",
                    *lines,
                    "",
                    _(
                        "Logg inn for å se mer. Hvor ofte du får varsler, velger du på profilen din."
                    ),
                ]
            ),
            at=at,
        )
