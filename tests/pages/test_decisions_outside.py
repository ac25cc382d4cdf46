"""What the parties see of a decision: nothing before it is published, then all of it, and an answer."""

from datetime import timedelta

import pytest

from accounts.models import Organisation, Person
from accounts.queries import person, signatories_of
from applications.models import Partner
from criteria.steps import Step
from foundation import clock
from tests.builders.applications import an_editor
from tests.builders.assessments import a_submitted_case
from tests.builders.decisions import (
    AN_ACCOUNT,
    NOW,
    Round,
    a_published_round,
    a_signed_round,
    make_documents,
)
from tests.formfilling import filled
from tests.web import Page, Web

ACCEPT, DECLINE = "Aksepter tilskuddet", "Takk nei"
LAST_MOMENT = clock.end_of_day(NOW.date() + timedelta(days=21))


def text_of(page: Page) -> str:
    return " ".join(page.get_text().split())


def said(page: Page) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page.select(".flash")]


def buttons(page: Page) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page.select("main button")]


def participant(made: Round, place: int) -> Organisation:
    partner: Partner = made.first().application.partners[place]
    return partner.organisation


def signatory(made: Round, place: int = 0) -> Person:
    return person(signatories_of(participant(made, place).id)[0].id)


def home(made: Round) -> str:
    return f"/soknader/{made.first().application_id}"


def test_the_lead_reads_its_letter_and_accepts(web: Web) -> None:
    made = a_published_round(points=(5,))
    letter = made.first().letters[0]
    with clock.frozen(NOW):
        web.log_in(signatory(made))
        case = web.open(home(made))
        assert "Hovedsøkeren må svare innen 25. mai 2026." in text_of(case)
        assert "Ulest" in text_of(web.open("/brev"))
        document = web.get(f"/brev/{letter.id}.pdf")
        assert document.data.startswith(b"%PDF")
        assert document.mimetype == "application/pdf"
        assert document.headers["Content-Disposition"].startswith("attachment")
        assert "2026-00001-partial-award-nb.pdf" in document.headers["Content-Disposition"]
        letters = web.open("/brev").select("tbody tr")
        assert ["Ulest" in one.get_text() for one in letters] == [True, False]

        here = f"{home(made)}/vedtak"
        page = web.open(here)
        assert "1 620 000 kr" in text_of(page)
        assert "V1 Tilskuddet går til samarbeidet" in text_of(page)
        wrong = web.send(here, press=ACCEPT, account_number="86011117946", accepted=True)
        assert "Kontonummeret er feil." in text_of(wrong)
        unread = web.send(here, press=ACCEPT, account_number=AN_ACCOUNT)
        assert "Dere må akseptere vilkårene for å få tilskuddet." in text_of(unread)
        done = web.send(here, press=ACCEPT, account_number="8601 11 17947", accepted=True)
        assert said(done) == ["Tilskuddet er akseptert."]
        assert "kontonummer 8601 11 17947" in text_of(done)
        assert ACCEPT not in buttons(done)
    assert made.first().application.step is Step.ACCEPTED


def test_the_lead_declines(web: Web) -> None:
    made = a_published_round(points=(5,))
    with clock.frozen(NOW):
        web.log_in(signatory(made))
        here = f"{home(made)}/vedtak/takk-nei"
        unsure = web.send(here, press=DECLINE)
        assert "Kryss av for å takke nei." in text_of(unsure)
        done = web.send(here, press=DECLINE, declined=True)
        assert said(done) == ["Dere har takket nei til tilskuddet."]
        web.open(here, status=404)
    assert made.first().application.step is Step.DECLINED


def test_too_late_is_told_and_the_office_registers_the_lapse(web: Web) -> None:
    made = a_published_round(points=(5,))
    with clock.frozen(LAST_MOMENT - timedelta(seconds=1)):
        web.log_in(signatory(made))
        assert ACCEPT in buttons(web.open(f"{home(made)}/vedtak"))
    with clock.frozen(LAST_MOMENT):
        web.log_in(signatory(made))
        page = web.open(f"{home(made)}/vedtak")
        assert ACCEPT not in buttons(page)
        assert "Fristen for å svare var 25. mai 2026." in text_of(page)
        web.log_in(made.drafter)
        lapse = "Registrer at tilsagnet er falt bort"
        done = web.send(f"/vedtak/sak/{made.first().id}", press=lapse)
        assert said(done) == ["Tilsagnet er registrert som bortfalt."]
        web.log_in(signatory(made))
        assert "Tilsagnet er falt bort" in text_of(web.open(f"{home(made)}/vedtak"))
    assert made.first().application.step is Step.LAPSED


def test_a_form_that_stood_open_past_the_deadline_is_refused_with_the_reason(web: Web) -> None:
    made = a_published_round(points=(5,))
    here = f"{home(made)}/vedtak"
    with clock.frozen(LAST_MOMENT - timedelta(seconds=1)):
        web.log_in(signatory(made))
        page = web.open(here)
        form = filled(page, page.url, ACCEPT, {"account_number": AN_ACCOUNT, "accepted": True})
    with clock.frozen(LAST_MOMENT):
        page = web.post(form)
    assert "Tilsagnet kan ikke lenger aksepteres." in text_of(page)
    assert made.first().application.step is Step.AWARDED


def test_a_participant_reads_its_copy_and_cannot_answer(web: Web) -> None:
    made = a_published_round(points=(5,))
    lead, copy, _ = made.first().letters
    with clock.frozen(NOW):
        web.log_in(signatory(made, place=1))
        page = web.open(f"{home(made)}/vedtak")
        assert "Bare en som kan forplikte hovedsøkeren, kan svare" in text_of(page)
        assert ACCEPT not in buttons(page)
        web.open(f"{home(made)}/vedtak/takk-nei", status=404)
        assert web.get(f"/brev/{copy.id}.pdf").data.startswith(b"%PDF")
        web.open(f"/brev/{lead.id}.pdf", status=404)


def test_an_editor_reads_and_leaves_the_answer_to_the_signatory(web: Web) -> None:
    made = a_published_round(points=(5,))
    editor = an_editor(participant(made, 0), "Eva Editor")
    with clock.frozen(NOW):
        web.log_in(editor)
        assert ACCEPT not in buttons(web.open(f"{home(made)}/vedtak"))


def test_another_kommune_finds_nothing(web: Web) -> None:
    made = a_published_round(points=(5, 4))
    stranger = made.decisions()[1].application.partners[0].organisation_id
    with clock.frozen(NOW):
        web.log_in(person(signatories_of(stranger)[0].id))
        for address in (
            home(made),
            f"{home(made)}/vedtak",
            f"{home(made)}/vedtak/takk-nei",
            f"{home(made)}/kvittering.pdf",
            f"/brev/{made.first().letters[0].id}.pdf",
        ):
            web.open(address, status=404)
        own = text_of(web.open("/brev"))
        assert "2026/00001" not in own
        assert "2026/00002" in own


def test_before_publication_there_is_nothing_to_find(web: Web) -> None:
    made = a_signed_round(points=(5,))
    make_documents()
    letter = made.first().letters[0]
    with clock.frozen(NOW):
        web.log_in(signatory(made))
        web.open(f"{home(made)}/vedtak", status=404)
        web.open(f"/brev/{letter.id}.pdf", status=404)
        (main,) = web.open(home(made)).select("main")
        case = main.get_text()
        assert not [word for word in ("nnvilget", "ignert", "edtak") if word in case]


def test_a_refusal_has_its_letter_and_nothing_to_answer(web: Web) -> None:
    made = a_published_round(points=(1,))
    with clock.frozen(NOW):
        web.log_in(signatory(made))
        page = web.open(f"{home(made)}/vedtak")
        assert "Avslag" in text_of(page)
        assert "Frist for å akseptere" not in text_of(page)
        assert ACCEPT not in buttons(page)


def test_the_receipt_is_waited_for_and_then_handed_out(web: Web) -> None:
    application = a_submitted_case()
    lead, other, _ = (
        person(signatories_of(one.organisation_id)[0].id) for one in application.partners
    )
    address = f"/soknader/{application.id}/kvittering.pdf"
    web.log_in(lead)
    waiting = web.open(address)
    assert "Kvitteringen lages" in text_of(waiting)
    assert waiting.select("[data-progress=running]")
    make_documents()
    assert web.get(address).data.startswith(b"%PDF")
    web.log_in(other)
    assert web.get(address).data.startswith(b"%PDF")


@pytest.mark.parametrize("place", [0, 1])
def test_the_office_hands_out_every_letter_of_a_case(web: Web, place: int) -> None:
    made = a_published_round(points=(5,))
    letter = made.first().letters[place]
    with clock.frozen(NOW):
        web.log_in(made.maker)
        assert web.get(f"/saker/brev/{letter.id}.pdf").data.startswith(b"%PDF")
        case = web.open(f"/saker/{made.first().application_id}")
        assert "Vedtak og brev" in text_of(case)
    assert made.first().letters[place].opened_at is None
