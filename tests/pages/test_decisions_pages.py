"""Deciding in the browser: the office drafts, signs and publishes."""

import pytest

from accounts.models import Role
from accounts.queries import person
from criteria.steps import Step
from decisions import queries, services
from decisions.models import Outcome
from foundation import clock
from foundation.database import db, transaction
from foundation.money import kroner
from grants.models import Call
from tests.builders.accounts import a_person
from tests.builders.decisions import (
    A_REJECTION,
    NOW,
    Round,
    a_decision_maker,
    a_drafted_round,
    a_proposed_round,
    a_signed_round,
    an_ineligible_case,
    make_documents,
)
from tests.querycount import asked
from tests.web import Page, Web


def text_of(page: Page) -> str:
    return " ".join(page.get_text().split())


def said(page: Page) -> list[str]:
    """Give what the server says after an act."""
    return [" ".join(one.get_text().split()) for one in page.select(".flash")]


def buttons(page: Page) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page.select("main button")]


def test_a_round_goes_from_proposal_to_publication(web: Web) -> None:
    made = a_proposed_round(points=(5, 1))
    with clock.frozen(NOW):
        here = f"/vedtak/{made.call.id}"
        web.log_in(made.drafter)
        listed = web.open("/vedtak")
        assert "Samordning av anskaffelser" in text_of(listed)
        drafted = web.send(here, press="Lag utkast fra innstillingen")
        assert said(drafted) == ["2 utkast er laget."]
        assert "1 620 000 kr" in text_of(drafted)
        assert not [one for one in buttons(drafted) if "igner" in one]

        web.log_in(made.maker)
        assert "Du har ikke svart på om du er habil i 2 saker." in text_of(web.open(here))
        declared = web.send(f"{here}/habilitet", press="Meld deg habil i sakene med kryss")
        assert said(declared) == ["Du er registrert som habil i 2 saker."]
        signed = web.send(f"{here}/signer", press="Signer 2 vedtak", confirmed=True)
        assert said(signed) == ["2 vedtak er signert."]
        running = web.open(f"{here}/brev")
        assert "0 av 2" in text_of(running)
        assert running.select("[data-progress=running]")
        assert running.find("meta", attrs={"http-equiv": "refresh"})
        assert "Kunngjør vedtakene" not in buttons(running)

        make_documents()
        finished = web.open(f"{here}/brev")
        assert "2 av 2" in text_of(finished)
        assert not finished.find("meta", attrs={"http-equiv": "refresh"})
        published = web.send(f"{here}/brev", press="Kunngjør vedtakene")
        assert said(published) == ["2 vedtak er kunngjort, og partene er varslet."]
    assert [one.application.step for one in made.decisions()] == [Step.AWARDED, Step.REFUSED]


def test_a_rejection_begins_with_the_reason_from_the_control(web: Web) -> None:
    made = a_proposed_round(points=(5,))
    ineligible = an_ineligible_case(made)
    with clock.frozen(NOW):
        web.log_in(made.drafter)
        here = f"/vedtak/avvis/{ineligible.id}"
        form = web.open(here)
        assert [one.get_text().strip() for one in form.select("textarea")] == [A_REJECTION]
        empty = web.send(here, press="Lag utkast til avvisning", reason="")
        assert "Skriv hvorfor søknaden avvises." in text_of(empty)
        drafted = web.send(here, press="Lag utkast til avvisning", reason="Avtalen mangler.")
        assert "Avtalen mangler." in text_of(drafted)
    made_of_it = queries.latest_of(ineligible.id)
    assert made_of_it is not None
    assert made_of_it.outcome is Outcome.REJECTION


def test_one_decision_shows_its_reasons_and_its_letter_and_can_be_signed(web: Web) -> None:
    made = a_drafted_round(points=(5,))
    decision = made.first()
    with clock.frozen(NOW):
        web.log_in(made.maker)
        here = f"/vedtak/sak/{decision.id}"
        page = text_of(web.open(here))
        for expected in (
            "1 620 000 kr",
            "Karakter 5,00 av 5",
            "Behovene er de samme",
            "Forberedt av",
            "Dere får 1 620 000 kr av 1 800 000 kr",
        ):
            assert expected in page
        draft = web.get(f"{here}/utkast.pdf")
        assert draft.data.startswith(b"%PDF")
        assert draft.headers["Content-Disposition"].startswith("attachment")
        unsure = web.send(here, press="Signer vedtaket")
        assert said(unsure) == ["Du må bekrefte før du kan signere."]
        signed = web.send(here, press="Signer vedtaket", confirmed=True)
        assert said(signed) == ["Vedtaket er signert. Brevene lages nå."]
        assert "Dag Direktør" in text_of(signed)
        assert "Signer vedtaket" not in buttons(signed)


def test_a_decision_is_closed_to_who_has_not_declared(web: Web) -> None:
    made = a_drafted_round(points=(5,))
    decision = made.first()
    with clock.frozen(NOW):
        web.log_in(a_decision_maker("Nina Ny"))
        for address in (f"/vedtak/sak/{decision.id}", f"/vedtak/sak/{decision.id}/utkast.pdf"):
            assert web.open(address).url == f"/saker/{decision.application_id}/habilitet"


def test_the_page_says_why_somebody_may_not_sign(web: Web) -> None:
    made = a_drafted_round(points=(5, 4))
    services.write_reason(made.first(), reason="Modent.", by=made.drafter, at=NOW)
    with clock.frozen(NOW):
        web.log_in(a_decision_maker("Nina Ny"))
        page = text_of(web.open(f"/vedtak/{made.call.id}/signer"))
        assert page.count("Du har ikke svart på om du er habil i saken.") == 2
        assert "Det er ingen vedtak du kan signere nå." in page


def test_what_was_not_on_the_page_is_not_signed(web: Web) -> None:
    made = a_drafted_round(points=(5, 4))
    first, second = made.decisions()
    with clock.frozen(NOW):
        web.log_in(made.maker)
        page = web.send(
            f"/vedtak/{made.call.id}/signer", press="Signer 2 vedtak", confirmed=True,
            seen=str(second.id),
        )  # fmt: skip
    assert said(page) == ["1 vedtak er signert."]
    assert [one.signed_at is not None for one in made.decisions()] == [False, True]
    assert first.id != second.id


def test_drafts_over_the_frame_are_told_and_not_signed(web: Web) -> None:
    made = a_drafted_round(points=(5, 4))
    with transaction():
        db.session.get_one(Call, made.call.id).frame = kroner(2_000_000)
    with clock.frozen(NOW):
        web.log_in(made.maker)
        here = f"/vedtak/{made.call.id}"
        assert "1 240 000 kr mer enn det som er igjen av rammen" in text_of(web.open(here))
        page = web.send(f"{here}/signer", press="Signer 2 vedtak", confirmed=True)
    assert said(page) == [
        "1 vedtak er signert.",
        "Sak 2026/00002 ble ikke signert: Det er ikke nok igjen av rammen for utlysningen.",
    ]


def test_letters_of_another_day_are_given_a_new_date(web: Web) -> None:
    made = a_signed_round(points=(5,))
    make_documents()
    with clock.frozen(NOW.replace(day=5)):
        web.log_in(made.maker)
        here = f"/vedtak/{made.call.id}/brev"
        page = web.open(here)
        assert "Brevene er datert 4. mai 2026." in text_of(page)
        assert "Kunngjør vedtakene" not in buttons(page)
        web.send(f"{here}/dato", press="Lag brevene på nytt")
        make_documents(at=clock.now())
        published = web.send(here, press="Kunngjør vedtakene")
    assert said(published) == ["1 vedtak er kunngjort, og partene er varslet."]


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.AUDITOR])
def test_who_only_reads_sees_the_round_and_no_buttons(web: Web, role: Role) -> None:
    made = a_drafted_round(points=(5,))
    with clock.frozen(NOW):
        web.log_in(person(a_person(role, name="Rita Revisor").id))
        page = web.open(f"/vedtak/{made.call.id}")
        assert "1 620 000 kr" in text_of(page)
        assert buttons(page) == []
        web.open(f"/vedtak/{made.call.id}/signer", status=403)
        web.open(f"/vedtak/{made.call.id}/habilitet", status=403)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SIGNATORY, Role.RESEARCHER, Role.ADMINISTRATOR])
def test_the_rounds_are_the_offices_own(web: Web, role: Role) -> None:
    web.log_in(person(a_person(role, name="Ute Utenfor").id))
    for address in ("/vedtak", "/vedtak/1", "/vedtak/1/brev", "/vedtak/sak/1"):
        web.open(address, status=403)


def test_a_long_round_asks_no_more_than_a_short_one(web: Web) -> None:
    made = a_drafted_round(points=(5, 4))
    short = questions_for(web, made)
    for place in (7, 8, 9):
        ineligible = an_ineligible_case(made, place)
        services.draft_rejection(ineligible, reason=A_REJECTION, by=made.drafter, at=NOW)
    assert len(made.decisions()) == 5
    assert questions_for(web, made) == short


def questions_for(web: Web, made: Round) -> int:
    """Count what the round's page asks the database."""
    here = f"/vedtak/{made.call.id}"
    with clock.frozen(NOW):
        web.log_in(made.maker)
        web.open("/vedtak")
        with asked() as questions:
            web.open(here)
    return questions.number
