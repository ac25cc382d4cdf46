"""What `./tilsagn check` finds: nothing in sound data, and every kind of damage that is planted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from flask import Flask
from sqlalchemy import text

from accounts.models import Person
from accounts.queries import person
from applications.contents import terms_of
from applications.messages.services import ask_office
from applications.queries import led_by
from applications.services import change_partner, supplement
from assessments.services import ask_for_more
from criteria.benefitwords import ValueKind
from criteria.completeness import Section
from criteria.disclosure import Ground
from criteria.moving import Move, Place
from criteria.periods import last_day_of
from decisions.queries import decision_in_force
from figures.checks import CHECKS, run, violations
from figures.openness import queries
from figures.openness import services as openness
from foundation import clock, files
from foundation.database import db
from foundation.money import kroner
from payments import services
from payments.books import services as books
from payments.books.queries import books_so_far
from payments.books.recording import Document
from payments.running.kinds import CostKind
from tests.builders.accounts import an_administrator
from tests.builders.applications import a_ready_draft, participants
from tests.builders.assessments import a_collaboration_of, a_staffed_case
from tests.builders.benefits import a_plan, fill, follow, record
from tests.builders.controls import a_sample
from tests.builders.correcting import propose_name, sign
from tests.builders.damage import planted
from tests.builders.decisions import NOW, a_controller, a_published_round
from tests.builders.openness import a_kept_journal
from tests.builders.payments import Grant, an_accepted_grant, an_appropriation
from tests.builders.running import a_cost, take_back

DAMAGE = yaml.safe_load((Path(__file__).parent / "damage.yaml").read_text(encoding="utf-8"))


def a_year() -> Grant:
    """Pay an instalment of an accepted grant, and book an appropriation that is taken back.

    Money is carried over to the next year, and the month before the grant is closed.
    """
    grant = an_accepted_grant(a_published_round((5, 4)))
    services.attest(grant.first(), by=grant.attester, at=NOW)
    services.authorise(grant.first(), by=grant.authoriser, at=NOW)
    controller = a_controller("Britt Bok")
    entry = services.book_appropriation(an_appropriation(2027, kroner(10)), by=controller, at=NOW)
    services.reverse(entry, reason="Feil år.", by=controller, at=NOW)
    _keep_books(entry.budget_post_id, controller)
    _talk(grant)
    _confirm(grant)
    _open(grant)
    _follow(grant)
    a_sample(grant)
    corrected = decision_in_force(grant.application.id)
    assert corrected is not None
    sign(grant.round, propose_name(corrected, grant.round.drafter))
    return grant


def _keep_books(post: int, controller: Person) -> None:
    document = Document(files.store().keep(b"%PDF-1.7 authority", "application/pdf"), "brev.pdf")
    move = Move(Place(post, 2026), Place(post, 2027), kroner(1), "Brev fra departementet")
    books.carry_over(move, document, by=controller, at=NOW)
    take_back(a_cost(CostKind.GUIDANCE, 2026, kroner(7), controller), controller)
    month = books_so_far().next_month
    assert month is not None
    with clock.frozen(datetime.combine(last_day_of(month) + timedelta(days=9), NOW.timetz())):
        books.close_month(month, by=controller, at=clock.now())


def _follow(grant: Grant) -> None:
    """Record a baseline, a target and a measurement of a benefit."""
    fill(an_administrator("Gro Gevinst"))
    followed = follow(grant)
    a_plan(followed)
    record(followed, ValueKind.MEASURED, "51", NOW.date())


def _open(grant: Grant) -> None:
    """Keep the journal, mark a document twice, and ask for it."""
    a_kept_journal()
    line = queries.own_line(grant.application.id, 2)
    for ground in (Ground.PERSONAL, None):
        openness.mark(
            line, ground=ground, title="", reason="Sett på.", by=grant.round.drafter, at=NOW
        )
    openness.ask_for_document(line, name="", email="en@avis.example", said="", by=None, at=NOW)


def _confirm(grant: Grant) -> None:
    """Leave a draft whose partners have confirmed, one of them before its part was changed."""
    together = a_collaboration_of(grant.round.call, 40)
    draft = a_ready_draft(together)
    own = participants(draft)[0]
    more = replace(terms_of(own), effort_hours=900)
    change_partner(own, more, by=together.signatory, at=clock.now())


def _talk(grant: Grant) -> None:
    """Open a section of another case, have it corrected, and a message written."""
    case = a_staffed_case(grant.round.team, grant.round.call, 9)
    ask_for_more(
        case.application, text="Skriv mer.", due_on=date(2026, 8, 1), sections=[Section.QUESTIONS],
        by=case.handler, at=clock.now(),
    )  # fmt: skip
    assert case.application.submitted_by_id is not None
    by = person(case.application.submitted_by_id)
    db.session.expunge_all()
    application = led_by(by, case.application.id)
    ask_office(application, body="Hva mener dere?", by=by, at=clock.now())
    supplement(application, application.deficiencies[0], answer="Slik.", by=by, at=clock.now())


def crying() -> set[str]:
    """Run every check and name those that found something."""
    return {name for name in CHECKS if list(run(name))}


def test_sound_data_have_no_violations_and_every_kind_of_damage_is_found(app: Flask) -> None:
    del app
    a_year()
    assert list(violations()) == []
    noticed = {}
    for damage in DAMAGE:
        with planted(*damage["do"]):
            noticed[damage["what"]] = crying()
    assert noticed == {damage["what"]: set(damage["noticed"]) for damage in DAMAGE}
    assert list(violations()) == []


def test_a_file_that_is_changed_or_gone_is_named_by_its_checksum(app: Flask) -> None:
    del app
    a_published_round((5,))
    store = files.store()
    sha256 = first_letter()
    path = store.path_of(sha256)
    whole = path.read_bytes()
    told = [f"files: file {sha256} is missing or changed"]
    path.chmod(0o600)
    path.write_bytes(whole + b"x")
    assert list(violations()) == told
    path.unlink()
    assert list(violations()) == told
    path.write_bytes(whole)
    assert list(violations()) == []


def test_what_cannot_be_read_to_the_end_is_told_beside_what_was_found_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks_off() -> Iterator[str]:
        yield "one thing"
        raise ValueError("so damaged")

    monkeypatch.setitem(CHECKS, "ledger", breaks_off)
    assert list(run("ledger")) == [
        "one thing", "could not be read to the end: ValueError: so damaged"
    ]  # fmt: skip


def first_letter() -> str:
    from_rows = db.session.execute(text("SELECT min(sha256) FROM letter"))
    return str(from_rows.scalar_one())
