"""Notices come as each has chosen; what the law or a deadline asks for comes in any case."""

from datetime import datetime, timedelta
from email import message_from_string

import pytest
from flask import Flask
from sqlalchemy import select

from accounts import services as accounts
from accounts.models import Person, Role
from accounts.notices import services
from accounts.notices.bounces import failed_recipients
from accounts.notices.digest import gather_notices
from accounts.notices.models import BounceSource, Frequency, Topic
from accounts.notices.queries import choices_of, dead_addresses, is_dead
from accounts.notices.refusals import NoticeRefusal
from accounts.notices.sending import MAY_BE_CHOSEN, MUST_BE_SENT, tell
from accounts.queries import person
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.outbox import Mail
from tests.builders.accounts import a_person, an_administrator

TUESDAY = datetime(2026, 3, 3, 7, 0, tzinfo=clock.OSLO)
MONDAY = datetime(2026, 3, 9, 7, 0, tzinfo=clock.OSLO)


@pytest.fixture
def kari(app: Flask) -> Person:
    del app
    return person(a_person(Role.SIGNATORY).id)


def told(recipient: str, topic: Topic = Topic.MESSAGES, subject: str = "Noe har skjedd") -> None:
    with transaction():
        tell(recipient, topic, subject=subject, body="Logg inn.", at=clock.now())


def chosen(kari: Person, frequency: Frequency, *topics: Topic) -> None:
    services.choose_notices(
        kari, dict.fromkeys(topics or (Topic.MESSAGES,), frequency), by=kari, at=clock.now()
    )


def mails() -> list[Mail]:
    return list(db.session.scalars(select(Mail).order_by(Mail.id)))


def test_every_topic_is_either_chosen_or_must_be_sent() -> None:
    assert sorted([*MAY_BE_CHOSEN, *MUST_BE_SENT]) == sorted(Topic)


def test_who_has_chosen_nothing_is_told_at_once(kari: Person) -> None:
    assert set(choices_of(kari.id).values()) == {Frequency.AT_ONCE}
    told(kari.email.upper())
    assert [one.recipient for one in mails()] == [kari.email]


def test_no_mail_is_sent_to_who_wants_none(kari: Person) -> None:
    chosen(kari, Frequency.NEVER)
    told(kari.email)
    gather_notices(MONDAY)
    assert mails() == []


@pytest.mark.parametrize("topic", MUST_BE_SENT)
def test_what_must_be_sent_is_sent_whatever_is_chosen(kari: Person, topic: Topic) -> None:
    chosen(kari, Frequency.NEVER, *MAY_BE_CHOSEN)
    told(kari.email, topic)
    assert len(mails()) == 1
    with pytest.raises(RuleBrokenError) as refused:
        chosen(kari, Frequency.NEVER, topic)
    assert refused.value.reason is NoticeRefusal.MUST_BE_SENT


def test_daily_notices_come_together_the_next_morning_and_once(kari: Person) -> None:
    chosen(kari, Frequency.DAILY, Topic.MESSAGES, Topic.REPORTS)
    told(kari.email, subject="Første")
    told(kari.email, subject="Andre")
    told(kari.email, Topic.REPORTS, subject="Tredje")
    assert mails() == []
    gather_notices(TUESDAY)
    gather_notices(TUESDAY + timedelta(days=1))
    (mail,) = mails()
    assert (mail.recipient, mail.subject) == (kari.email, "3 nye varsler")
    assert all(word in mail.body for word in ("Første", "Andre", "Tredje"))


def test_weekly_notices_wait_for_monday(kari: Person) -> None:
    chosen(kari, Frequency.WEEKLY)
    told(kari.email)
    gather_notices(TUESDAY)
    assert mails() == []
    gather_notices(MONDAY)
    assert len(mails()) == 1


def test_what_is_chosen_meanwhile_counts(kari: Person) -> None:
    chosen(kari, Frequency.DAILY)
    told(kari.email)
    chosen(kari, Frequency.NEVER)
    gather_notices(TUESDAY)
    chosen(kari, Frequency.DAILY)
    gather_notices(TUESDAY + timedelta(days=1))
    assert mails() == []


def test_no_mail_is_sent_to_a_closed_account_or_to_nobody(kari: Person) -> None:
    chosen(kari, Frequency.DAILY)
    told(kari.email)
    accounts.deactivate_person(kari, by=an_administrator(), at=clock.now())
    told(kari.email, Topic.DECISIONS)
    told("  ", Topic.DECISIONS)
    gather_notices(TUESDAY)
    assert mails() == []


def test_a_common_mailbox_is_told_at_once(kari: Person) -> None:
    chosen(kari, Frequency.NEVER)
    told("postmottak@example.org")
    assert [one.recipient for one in mails()] == ["postmottak@example.org"]


def test_an_address_is_marked_once_and_taken_into_use_again(kari: Person) -> None:
    for _time in range(2):
        services.mark_dead(" Borte@Example.org", reason="Kom i retur", by=kari, at=clock.now())
    (mark,) = dead_addresses()
    assert (mark.email, mark.source, mark.reported_by_id) == (
        "borte@example.org", BounceSource.PERSON, kari.id,
    )  # fmt: skip
    services.clear_address(mark, by=kari, at=clock.now())
    assert not is_dead("borte@example.org")
    services.take_in_bounce("borte@example.org", reason="5.1.1", by=None, at=clock.now())
    assert is_dead("BORTE@example.org")


@pytest.mark.parametrize(
    ("email", "reason", "refusal"),
    [
        ("uten-alfa", "Retur", NoticeRefusal.NOT_AN_ADDRESS),
        (f"{'x' * 200}@example.org", "Retur", NoticeRefusal.NOT_AN_ADDRESS),
        ("borte@example.org", "  ", NoticeRefusal.REASON_MISSING),
    ],
)
def test_an_address_is_marked_with_a_reason(
    kari: Person, email: str, reason: str, refusal: NoticeRefusal
) -> None:
    with pytest.raises(RuleBrokenError) as refused:
        services.mark_dead(email, reason=reason, by=kari, at=clock.now())
    assert refused.value.reason is refusal


REPORT = """From: MAILER-DAEMON@mx.example.org
To: noreply@tilsagn.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

Nobody here.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Original-Recipient: rfc822;Borte@example.org
Final-Recipient: rfc822; borte@internal.example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <borte@example.org>: no such user

Final-Recipient: rfc822; <ogsa@example.org>
Action: {action}
Status: {status}

--x--
"""


def test_a_delivery_report_tells_who_was_not_reached() -> None:
    message = message_from_string(REPORT.format(action="failed", status="5.1.1"))
    assert [one.address for one in failed_recipients(message)] == [
        "borte@example.org", "ogsa@example.org",
    ]  # fmt: skip
    assert "no such user" in next(failed_recipients(message)).reason


@pytest.mark.parametrize(
    "text",
    [
        REPORT.format(action="delayed", status="4.4.7"),
        REPORT.format(action="failed", status="4.4.7"),
        REPORT.format(action="delivered", status="2.0.0"),
        "Subject: Fravær\n\nFinal-Recipient: rfc822; kari@example.org\nAction: failed\nStatus: 5.0.0\n",
        "",
    ],
)
def test_a_delay_or_an_ordinary_message_tells_of_nobody(text: str) -> None:
    assert list(failed_recipients(message_from_string(text))) == []
