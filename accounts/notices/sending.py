"""Telling somebody something: at once, gathered with other notices, or not at all, as each has chosen.

Notices say that something has happened, never what stands in it. Those that the law or a deadline asks
for are sent whatever is chosen (forvaltningsloven 1967 §§ 11, 16 and 27: guidance, notice and decision).
"""

from collections.abc import Iterable
from datetime import datetime

from flask_babel import LazyString, force_locale
from sqlalchemy import select

from accounts.models import Person
from accounts.notices.models import Frequency, NoticeChoice, Topic, WaitingNotice
from foundation import outbox
from foundation.database import db

MAY_BE_CHOSEN = (Topic.MESSAGES, Topic.PARTNERS, Topic.REPORTS, Topic.RULINGS, Topic.HEARINGS)
MUST_BE_SENT = (Topic.RECEIPTS, Topic.DEADLINES, Topic.DECISIONS, Topic.FILES, Topic.CALLS)


def tell(recipient: str, topic: Topic, *, subject: str, body: str, at: datetime) -> None:
    """Put a notice to an address, inside an act. Whose address it is decides how often.

    An address that is no person's, such as a common mailbox, is told at once. Nothing is put for a
    blank address, nor for a person whose account is closed: the case says that nobody is reached.
    """
    address = recipient.strip().lower()
    person = db.session.scalars(select(Person).where(Person.email == address)).first()
    if not address or (person is not None and not person.is_active):
        return
    frequency = Frequency.AT_ONCE if person is None else frequency_of(person.id, topic)
    if frequency is Frequency.AT_ONCE:
        outbox.put_mail(recipient=address, subject=subject, body=body, at=at)
    elif frequency is not Frequency.NEVER and person is not None:
        db.session.add(WaitingNotice(person_id=person.id, topic=topic, subject=subject, put_at=at))


def tell_persons(
    persons: Iterable[Person],
    topic: Topic,
    *,
    subject: LazyString,
    body: LazyString,
    at: datetime,
) -> None:
    """Tell some persons the same, each in the language that the person has chosen. Inside an act."""
    for person in persons:
        tell_in(person.locale, person.email, topic, subject=subject, body=body, at=at)


def tell_in(
    locale: str, recipient: str, topic: Topic, *, subject: LazyString, body: LazyString, at: datetime
) -> None:
    """Put a notice to an address in a language, inside an act."""
    with force_locale(locale):
        tell(recipient, topic, subject=str(subject), body=str(body), at=at)


def frequency_of(person_id: int, topic: Topic) -> Frequency:
    """Tell how often a person is told about a topic."""
    if topic in MUST_BE_SENT:
        return Frequency.AT_ONCE
    choice = db.session.get(NoticeChoice, (person_id, topic))
    return choice.frequency if choice else Frequency.AT_ONCE
