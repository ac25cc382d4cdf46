"""The public journal: what comes into it and when, how it is marked, and how requests are answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import AuditEntry
from criteria.disclosure import DisclosureRefusal, Ground
from figures.openness import queries, services
from figures.openness.keys import hash_of
from figures.openness.models import DisclosureRequest, DocumentKind
from figures.openness.queries import JournalFilter, journal_page
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.outbox import Mail
from tests.builders.appeals import LATER, an_appeal
from tests.builders.decisions import a_signed_round, make_documents
from tests.builders.openness import a_kept_journal, lines, the_line
from tests.races import at_once


@contextmanager
def refused(reason: DisclosureRefusal) -> Iterator[None]:
    with pytest.raises(RuleBrokenError) as caught:
        yield
    assert caught.value.reason is reason


def test_every_document_gets_the_next_number_once(app: Flask) -> None:
    del app
    appeal = an_appeal()
    case = appeal.complaint.application_id
    added = a_kept_journal(LATER)
    found = lines(case)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert [one.dated for one in found] == sorted(one.dated for one in found)
    titles = [one.title for one in found]
    assert titles[0].startswith("Søknad om tilskudd: ")
    assert "Kvittering" in titles
    assert "Tilskuddsbrev, delvis innvilget" in titles
    assert titles[-1] == "Klage på vedtak"
    assert {one.application_id for one in found} == {case}
    assert a_kept_journal(LATER) == 0
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.act == "public_journal.kept")
    ).one()
    assert entry.detail["lines"] == added


def test_nothing_comes_before_its_time(app: Flask) -> None:
    """A signed decision is no document yet; a case of an open call has none; nor has a draft."""
    del app
    made = a_signed_round()
    make_documents()
    with clock.frozen(clock.start_of_day(made.call.closes_on)):
        assert a_kept_journal(clock.now()) == 0
    a_kept_journal()
    kinds = {one.title for case in made.applications for one in lines(case.id) if one.number > 1}
    assert kinds <= {"Kvittering", "Svar på mangelbrev", "Mangelbrev", "Melding i saken"}
    made.publish()
    a_kept_journal()
    assert any(one.title.startswith("Tilskuddsbrev") for one in lines(made.first().application_id))


def test_two_keepers_give_no_number_twice(app: Flask) -> None:
    appeal = an_appeal()
    case = appeal.complaint.application_id
    counts = at_once(app, lambda: a_kept_journal(LATER), lambda: a_kept_journal(LATER))
    numbers = [one.number for one in lines(case)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert 0 in counts


def test_a_mark_is_kept_in_versions_and_an_exempt_title_cannot_be_found(app: Flask) -> None:
    del app
    appeal = an_appeal()
    case = appeal.complaint.application_id
    a_kept_journal(LATER)
    line = the_line(case, DocumentKind.APPLICATION)
    own = queries.public_line(line.id).own_title.removeprefix("Søknad om tilskudd: ")
    assert [one.id for one in journal_page(JournalFilter(text=own)).rows if one.id == line.id]

    def mark(ground: Ground | None, title: str = "", reason: str = "Navngir en person.") -> None:
        services.mark(
            queries.line(line.id), ground=ground, title=title, reason=reason,
            by=appeal.officer, at=LATER,
        )  # fmt: skip

    with refused(DisclosureRefusal.NOTHING_TO_LIFT):
        mark(None)
    with refused(DisclosureRefusal.REASON_MISSING):
        mark(Ground.PERSONAL, reason=" ")
    mark(Ground.PERSONAL, "Søknad om tilskudd: ***")
    with refused(DisclosureRefusal.SAME_AS_BEFORE):
        mark(Ground.PERSONAL, "Søknad om tilskudd: ***")
    shown = queries.public_line(line.id)
    assert (shown.title, shown.ground) == ("Søknad om tilskudd: ***", Ground.PERSONAL)
    assert shown.paragraph == "offl. § 13 første ledd, jf. fvl. § 13 første ledd nr. 1"
    assert line.id not in [one.id for one in journal_page(JournalFilter(text=own)).rows]
    assert line.id in [one.id for one in journal_page(JournalFilter(text="***")).rows]
    mark(None, reason="Vi tok feil.")
    assert queries.public_line(line.id).title.endswith(own)
    assert [(one.number, one.ground) for one in queries.marks_of(line.id)] == [
        (2, None),
        (1, Ground.PERSONAL),
    ]
    with pytest.raises(RuleBrokenError):
        services.mark(
            queries.line(line.id), ground=Ground.INTERNAL, title="", reason="Nei.",
            by=appeal.signatory, at=LATER,
        )  # fmt: skip


def test_a_request_is_answered_in_time_with_a_paragraph_for_what_is_kept_back(app: Flask) -> None:
    del app
    appeal = an_appeal()
    case = appeal.complaint.application_id
    a_kept_journal(LATER)
    line = the_line(case, DocumentKind.APPLICATION)

    def ask(email: str = "Journalist@avisa.example") -> DisclosureRequest:
        return services.ask_for_document(
            queries.line(line.id), name="", email=email, said="", by=None, at=LATER
        )

    asked = ask()
    assert asked.due_on - clock.in_oslo(LATER).date() >= timedelta(days=7)
    with refused(DisclosureRefusal.ASKED_ALREADY):
        ask("journalist@avisa.example")
    held = ["text", "attachment-1"]

    def answer(given: list[str], ground: Ground | None = None) -> str:
        return services.answer_request(
            queries.request(asked.id), given=given, held=held, ground=ground,
            answer="Se under.", by=appeal.officer, at=LATER,
        )  # fmt: skip

    with refused(DisclosureRefusal.GROUND_MISSING):
        answer(["text"])
    services.mark(
        queries.line(line.id), ground=Ground.BUSINESS, title="", reason="Priser.",
        by=appeal.officer, at=LATER,
    )  # fmt: skip
    with refused(DisclosureRefusal.CONFIDENTIAL):
        answer(held)
    key = answer(["text", "not a part"], Ground.BUSINESS)
    with refused(DisclosureRefusal.ANSWERED_ALREADY):
        answer(held)
    kept = queries.by_key(hash_of(key))
    assert (kept.parts, kept.ground) == (frozenset({"text"}), Ground.BUSINESS)
    told = db.session.scalars(
        select(Mail).where(Mail.recipient == "journalist@avisa.example").order_by(Mail.id)
    ).all()
    assert [mail.subject for mail in told] == [
        "Vi har mottatt innsynskravet ditt",
        "Svar på innsynskravet ditt",
    ]
    assert told[-1].body.endswith(f"/innsyn/svar/{key}")
    assert key not in str([entry.detail for entry in db.session.scalars(select(AuditEntry))])
    assert services.forget_askers(by=None, at=LATER + timedelta(days=300)) == 0
    assert services.forget_askers(by=None, at=LATER + timedelta(days=370)) == 1
    db.session.expire_all()
    assert queries.request(asked.id).email == ""
