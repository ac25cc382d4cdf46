"""Notices over a mail server: sent once, and what goes wrong is kept."""

import socketserver
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.notices.models import BounceSource
from accounts.notices.queries import dead_addresses
from foundation import clock, mail, outbox
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.outbox import Job, Mail
from tests.serving import free_port


class Postman(socketserver.StreamRequestHandler):
    """Says yes to every letter, as a mail server does, and keeps it."""

    server: "PostOffice"

    def handle(self) -> None:
        self.say("220 ready")
        for line in iter(self.rfile.readline, b""):
            word = line[:4].strip().upper()
            if word == b"DATA":
                self.say("354 go on")
                self.keep()
            answer = self.server.answers.get(word)
            self.say(answer or ("221 goodbye" if word == b"QUIT" else "250 fine"))

    def say(self, answer: str) -> None:
        self.wfile.write(f"{answer}\r\n".encode())

    def keep(self) -> None:
        lines = iter(self.rfile.readline, b".\r\n")
        letter = message_from_bytes(b"".join(lines), policy=policy.default)
        self.server.letters.append(letter)


class PostOffice(socketserver.ThreadingTCPServer):
    """A mail server on this machine."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), Postman)
        self.letters: list[EmailMessage] = []
        self.answers: dict[bytes, str] = {}


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    office = PostOffice(free_port())
    thread = Thread(target=office.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield office
    office.shutdown()
    thread.join()
    office.server_close()


@pytest.fixture
def send_to(app: Flask) -> Iterator[Callable[[int], None]]:
    """Give a way to set the port of the mail server."""
    before = app.extensions["tilsagn"]

    def to(port: int) -> None:
        app.extensions["tilsagn"] = replace(
            before, mail_url=f"smtp://127.0.0.1:{port}", mail_from="tilskudd@example.no"
        )

    yield to
    app.extensions["tilsagn"] = before


def a_notice() -> Mail:
    with transaction():
        outbox.put_mail(
            recipient="kari@example.org",
            subject="Et brev venter på dere",
            body="Logg inn for å lese det.",
            at=clock.now(),
        )
    return db.session.scalars(select(Mail)).one()


def test_a_notice_is_sent_once(
    app: Flask, send_to: Callable[[int], None], post_office: PostOffice
) -> None:
    del app
    send_to(post_office.server_address[1])
    notice = a_notice()
    outbox.work_until_empty(clock.now())
    mail.send_mail(JsonValue(mail=notice.id), clock.now())
    (letter,) = post_office.letters
    assert (letter["From"], letter["To"], letter["Subject"]) == (
        "tilskudd@example.no", "kari@example.org", "Et brev venter på dere",
    )  # fmt: skip
    assert letter["Message-ID"] == f"<tilsagn-{notice.id}@127.0.0.1>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content().startswith("Logg inn for å lese det.")
    assert (notice.sent_at, notice.failure) == (clock.now(), None)


def test_a_server_that_does_not_answer_is_tried_again(
    app: Flask,
    send_to: Callable[[int], None],
    post_office: PostOffice,
    caplog: pytest.LogCaptureFixture,
) -> None:
    del app
    send_to(free_port())
    notice = a_notice()
    outbox.work_until_empty(clock.now())
    caplog.clear()
    assert (notice.sent_at, notice.failure is not None) == (None, True)

    send_to(post_office.server_address[1])
    outbox.work_until_empty(clock.now() + outbox.CLAIM)
    assert len(post_office.letters) == 1
    assert (notice.sent_at is not None, notice.failure) == (True, None)


def test_where_there_is_no_mail_server_nobody_is_written_to(app: Flask) -> None:
    del app
    notice = a_notice()
    assert outbox.work_until_empty(clock.now()) == 1
    assert (notice.sent_at, notice.failure) == (None, None)
    assert not outbox.work_once(clock.now() + outbox.CLAIM)


@pytest.mark.parametrize(
    ("word", "answer"), [(b"RCPT", "550 5.1.1 no such user"), (b"DATA", "554 5.7.1 not wanted")]
)
def test_an_address_that_is_refused_for_good_is_not_written_to_again(
    app: Flask,
    send_to: Callable[[int], None],
    post_office: PostOffice,
    word: bytes,
    answer: str,
) -> None:
    del app
    send_to(post_office.server_address[1])
    post_office.answers[word] = answer
    notice = a_notice()
    outbox.work_until_empty(clock.now())
    assert (notice.sent_at, notice.refused_at, notice.failure) == (None, clock.now(), answer)
    (mark,) = dead_addresses()
    assert (mark.email, mark.source, mark.reason) == (notice.recipient, BounceSource.REFUSED, answer)
    assert not outbox.work_once(clock.now() + timedelta(days=30))

    post_office.answers.clear()
    post_office.letters.clear()
    with transaction():
        outbox.put_mail(
            recipient="Kari@example.org", subject="Nok et", body="Logg inn.", at=clock.now()
        )
    outbox.work_until_empty(clock.now())
    assert post_office.letters == []
    second = db.session.scalars(select(Mail).order_by(Mail.id.desc())).first()
    assert second is not None
    assert (second.sent_at, second.failure) == (None, mail.DEAD)


@pytest.mark.parametrize(
    ("word", "answer"),
    [(b"RCPT", "450 4.2.1 try later"), (b"DATA", "451 try later"), (b"MAIL", "550 who are you")],
)
def test_what_may_pass_is_tried_with_longer_and_longer_pauses(
    app: Flask,
    send_to: Callable[[int], None],
    post_office: PostOffice,
    word: bytes,
    answer: str,
) -> None:
    del app
    send_to(post_office.server_address[1])
    post_office.answers[word] = answer
    notice = a_notice()
    moment, pauses = clock.now(), []
    for _try in range(outbox.MOST_PATIENT_TRIES):
        assert outbox.work_once(moment)
        job = db.session.scalars(select(Job)).one()
        pauses.append(job.due_at - moment)
        assert not outbox.work_once(job.due_at - timedelta(seconds=1))
        moment = job.due_at
    assert not outbox.work_once(moment)
    assert pauses == sorted(pauses)
    assert pauses[1] == 2 * pauses[0]
    assert (pauses[0], pauses[-1]) == (outbox.CLAIM, outbox.LONGEST_WAIT)
    assert (notice.sent_at, notice.refused_at, dead_addresses()) == (None, None, [])
