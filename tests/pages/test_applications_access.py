"""Who sees what of an application, through the pages; and what two writers at once see."""

from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask

from accounts.models import Role
from accounts.queries import person
from applications import queries, services
from applications.effort.queries import said_minutes
from applications.models import Application
from criteria.steps import Step
from foundation import clock
from tests.builders.accounts import a_person
from tests.builders.applications import (
    A_PDF,
    AUTHORITY,
    Collaboration,
    a_collaboration,
    a_deficiency,
    a_filled_draft,
    a_kommune,
    a_ready_draft,
    a_signatory,
    a_submitted,
    an_editor,
    participants,
)
from tests.formfilling import Value, filled
from tests.querycount import asked
from tests.web import Page, Web

ONE_SECOND = timedelta(seconds=1)
MZ = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + b"\0" * 240
PERSONS: dict[str, Value] = {
    "contact_phone": "22 33 44 55", "backup_name": "Bo Bakvakt", "backup_email": "bo@example.org",
}  # fmt: skip
DISGUISED = {
    "a program": (MZ, "rapport.pdf"),
    "a page": (b"<!doctype html><html><script>alert(1)</script></html>", "plan.pdf"),
    "nothing": (b"", "tom.pdf"),
    "a script": (b"#!/bin/sh\nrm -rf /\n", "avtale.docx"),
}


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


def text_of(page: Page) -> str:
    return " ".join(page.main.get_text().split()) if page.main else ""


def drafts_pages(draft: Application) -> list[str]:
    """Give every page on which a draft is written."""
    root, partner = f"/soknader/{draft.id}", participants(draft)[0].id
    return [
        f"{root}/grunnopplysninger", f"{root}/deltakere", f"{root}/deltakere/{partner}",
        f"{root}/deltakere/{partner}/fjern", f"{root}/aktiviteter", f"{root}/sporsmal/1",
        f"{root}/vedlegg", f"{root}/kontroll", f"{root}/trekk",
    ]  # fmt: skip


def budget_pages(draft: Application) -> list[str]:
    """Give the pages on which the lead fills in the budget, and each partner its own part."""
    root = f"/soknader/{draft.id}/budsjett"
    return [root, *(f"{root}/{one.id}" for one in draft.partners)]


def readers_pages(draft: Application) -> list[str]:
    """Give every page on which a draft is read."""
    root = f"/soknader/{draft.id}"
    return [root, f"{root}/les", f"{root}/vedlegg/{draft.attachments[0].id}"]


def test_another_kommune_finds_nothing(web: Web, draft: Application) -> None:
    urls = [*drafts_pages(draft), *budget_pages(draft), *readers_pages(draft)]
    web.log_in(a_signatory(a_kommune("Bortevik", number="4699"), "Bodil Bortevik"))
    for url in urls:
        web.get(url, status=404)


def test_a_partner_reads_and_does_not_write(
    web: Web, together: Collaboration, draft: Application
) -> None:
    writing, reading = drafts_pages(draft), readers_pages(draft)
    web.log_in(together.others_signatories[0])
    for url in writing:
        web.get(url, status=404)
    for url in reading:
        web.get(url)


def test_a_partner_fills_in_its_own_part_of_the_budget_only(
    web: Web, together: Collaboration, draft: Application
) -> None:
    whole, lead, own, other = budget_pages(draft)
    numbers = [one.id for one in draft.partners]
    web.log_in(together.others_signatories[0])
    for url in (lead, other):
        web.get(url, status=404)
    for url in (whole, own):
        page = web.open(url)
        parts = {str(one["name"]).split("-")[1] for one in page.select(".grid input")}
        assert parts == {str(numbers[1])}
        assert page.find(id="todo") is None
    assert text_of(web.open(whole)).count("Fylles ut av deltakeren selv") == 2


def test_the_office_has_its_own_pages(web: Web, draft: Application) -> None:
    urls = [*drafts_pages(draft), *budget_pages(draft), *readers_pages(draft)]
    web.log_in(a_person(Role.CASE_OFFICER, name="Siri Saksbehandler"))
    for url in urls:
        web.get(url, status=403)


def test_a_partner_sees_its_own_part_and_not_anothers(
    web: Web, together: Collaboration, draft: Application
) -> None:
    own, other = (one.id for one in participants(draft))
    web.log_in(together.others_signatories[0])
    web.get(f"/soknader/{draft.id}/deltakere/{other}/bekreft", status=404)
    page = web.open(f"/soknader/{draft.id}/deltakere/{own}/bekreft")
    assert "Delen til Storfjord" in text_of(page)
    assert "600 000 kr" in text_of(page).replace("\xa0", " ")


def test_a_partners_signatory_confirms_and_its_editor_only_looks(
    web: Web, together: Collaboration, draft: Application
) -> None:
    url = f"/soknader/{draft.id}/deltakere/{participants(draft)[0].id}/bekreft"
    editor, signatory = an_editor(together.others[0], "Egil"), together.others_signatories[0]
    web.log_in(editor)
    page = web.open(url)
    assert page.find("textarea") is None
    assert "Bare den som har signaturrett" in text_of(page)

    web.log_in(signatory)
    page = web.send(url, "Bekreft deres del", authority="")
    assert "Skriv hvilken fullmakt du handler etter." in text_of(page)
    assert "Skriv telefonnummeret til kontaktpersonen." in text_of(page)
    page = web.send(url, "Bekreft deres del", authority=AUTHORITY, more=PERSONS)
    assert "Dere har bekreftet deres del av søknaden." in text_of(page)
    assert "1 av 2 deltakere har bekreftet." in text_of(page)


def test_a_part_that_changed_while_it_was_read_is_read_again(
    web: Web, together: Collaboration, draft: Application
) -> None:
    number, own = draft.id, participants(draft)[0].id
    url = f"/soknader/{number}/deltakere/{own}/bekreft"
    lead, signatory = together.signatory, together.others_signatories[0]
    web.log_in(signatory)
    form = filled(web.open(url), url, "Bekreft deres del", {"authority": AUTHORITY, **PERSONS})
    web.log_in(lead)
    web.send(f"/soknader/{number}/deltakere/{own}", "Lagre", effort_hours="2000")
    web.log_in(signatory)

    page = web.post(form)

    assert "Delen er endret siden du leste den." in text_of(page)
    assert "2 000 timer" in text_of(page).replace("\xa0", " ")
    page = web.post(filled(page, url, "Bekreft deres del", {}))
    assert "Dere har bekreftet deres del av søknaden." in text_of(page)


def test_a_partner_declines_and_the_lead_sees_it(
    web: Web, together: Collaboration, draft: Application
) -> None:
    number, own = draft.id, participants(draft)[0].id
    web.log_in(together.others_signatories[0])
    page = web.send(f"/soknader/{number}/deltakere/{own}/takk-nei", "Takk nei", reason="Vi rekker det ikke.")
    assert "Dere har takket nei" in text_of(page)

    web.log_in(together.signatory)
    assert "Storfjord takket nei til å delta" in text_of(web.open(f"/soknader/{number}"))
    assert "Vi rekker det ikke." in text_of(web.open(f"/soknader/{number}"))
    assert "Takket nei" in text_of(web.open(f"/soknader/{number}/deltakere"))


@pytest.mark.parametrize(("seconds", "in_time"), [(-1, True), (0, False), (1, False)])
def test_the_deadline_is_kept_to_the_second(
    web: Web, together: Collaboration, seconds: int, *, in_time: bool
) -> None:
    draft = a_ready_draft(together)
    number = draft.id
    moment = clock.end_of_day(draft.call.closes_on) + seconds * ONE_SECOND
    with clock.frozen(moment - timedelta(minutes=10)):
        web.log_in(together.signatory)
        url = f"/soknader/{number}/kontroll"
        form = filled(web.open(url), url, "Send inn søknaden", {"declared": True})
    with clock.frozen(moment):
        page = web.post(form)
    assert page.h1 is not None
    if in_time:
        assert page.h1.get_text() == "Søknaden er mottatt"
        assert "23:59:59" in text_of(page)
    else:
        assert "Utlysningen tar ikke imot søknaden nå." in text_of(page)
    step = together.read(number).step
    assert step is (Step.SUBMITTED if in_time else Step.DRAFT)


def test_a_double_click_gets_one_receipt(web: Web, together: Collaboration) -> None:
    draft = a_ready_draft(together)
    web.log_in(together.signatory)
    url = f"/soknader/{draft.id}/kontroll"
    form = filled(web.open(url), url, "Send inn søknaden", {"declared": True})

    pages = [web.post(form), web.post(form)]

    assert [one.h1.get_text() for one in pages if one.h1] == ["Søknaden er mottatt"] * 2
    assert all("2026/00001" in text_of(one) for one in pages)


def test_the_receipt_asks_the_lead_how_long_it_took(
    web: Web, together: Collaboration
) -> None:
    draft = a_ready_draft(together)
    services.submit(draft.id, by=together.signatory, at=clock.now())
    url = f"/soknader/{draft.id}/kvittering"
    web.log_in(together.signatory)
    page = web.send(url, "Lagre tiden")
    assert "Timer: Skriv hvor lang tid dere brukte." in text_of(page)
    page = web.send(url, "Lagre tiden", hours="1", minutes="75")
    assert "Minutter: Skriv et tall fra 0 til 59." in text_of(page)
    assert page.select("input[name=hours][value='1']")
    page = web.send(url, "Lagre tiden", hours="12", minutes="30")
    assert "Tiden er lagret." in text_of(page)
    assert page.select("input[name=hours][value='12']")
    assert said_minutes(together.read(draft.id)) == 750
    web.log_in(together.others_signatories[0])
    assert "Lagre tiden" not in text_of(web.open(url))


def test_a_stale_save_shows_both_texts_and_loses_neither(
    web: Web, together: Collaboration, draft: Application
) -> None:
    number = draft.id
    url = f"/soknader/{number}/grunnopplysninger"
    web.log_in(together.signatory)
    mine = {"title": "Min tittel", "collaboration_name": "Mitt navn", "contact_phone": "1"}
    form = filled(web.open(url), url, "Lagre", mine)
    theirs = {"title": "Din tittel", "collaboration_name": "Ditt navn", "contact_name": "Nora"}
    web.send(url, "Lagre", theirs)

    page = web.post(form, status=409)

    shown = text_of(page)
    assert page.h1 is not None
    assert page.h1.get_text() == "Noen andre har lagret samtidig"
    for text in ("Min tittel", "Din tittel", "Mitt navn", "Ditt navn"):
        assert text in shown
    assert "Samarbeidsform" not in shown
    chosen = {
        str(one["name"]): one["value"] for one in page.select("input[type=radio][checked]")
    }
    assert chosen == {
        "keep-title": "mine", "keep-collaboration_name": "mine", "keep-contact_phone": "mine",
        "keep-contact_name": "theirs",
    }  # fmt: skip
    kept = together.read(number)
    assert (kept.title, kept.collaboration_name) == ("Din tittel", "Ditt navn")

    web.post(
        filled(page, url, "Lagre det jeg har valgt", {"keep-collaboration_name": "theirs"})
    )

    kept = together.read(number)
    assert (kept.title, kept.collaboration_name) == ("Min tittel", "Ditt navn")
    assert (kept.contact_phone, kept.contact_name) == ("1", "Nora")


def test_answers_with_several_choices_and_line_breaks_survive_a_collision(
    web: Web, together: Collaboration, draft: Application
) -> None:
    number = draft.id
    url = f"/soknader/{number}/sporsmal/1"
    text, several = (
        next(one for one in draft.call.questions if one.kind.value == kind)
        for kind in ("text", "choices")
    )
    choices = [choice.value for choice in several.choices[:2]]
    mine: dict[str, Value] = {
        f"q-{text.id}": "Første linje\nandre linje", f"q-{several.id}": choices,
    }
    ids = (text.id, several.id)
    web.log_in(together.signatory)
    form = filled(web.open(url), url, "Lagre", mine)
    web.send(url, "Lagre", {f"q-{ids[0]}": "En annens svar"})

    page = web.post(form, status=409)
    web.post(filled(page, url, "Lagre det jeg har valgt", {}))

    kept = {one.question_id: one.value for one in together.read(number).answers}
    assert kept[ids[0]] == "Første linje\nandre linje"
    assert kept[ids[1]] == " ".join(choices)


@pytest.mark.parametrize("what", DISGUISED)
def test_what_only_looks_like_a_document_is_refused(
    web: Web, together: Collaboration, draft: Application, what: str
) -> None:
    content, name = DISGUISED[what]
    number, before = draft.id, len(draft.attachments)
    web.log_in(together.signatory)

    page = web.send(
        f"/soknader/{number}/vedlegg", "Legg ved filen", kind="other",
        file=(BytesIO(content), name),
    )  # fmt: skip

    assert page.select_one(".error-summary") is not None
    assert len(together.read(number).attachments) == before


def test_a_document_is_kept_and_handed_out_to_be_saved(
    web: Web, together: Collaboration, draft: Application
) -> None:
    number = draft.id
    web.log_in(together.signatory)
    name = "C:\\Mine dokumenter\\../Avtale Å 2026.pdf"
    web.send(
        f"/soknader/{number}/vedlegg", "Legg ved filen", kind="other",
        file=(BytesIO(A_PDF + b"% ny\n"), name),
    )  # fmt: skip
    kept = together.read(number).attachments[-1]
    assert kept.filename == "Avtale Å 2026.pdf"

    response = web.get(f"/soknader/{number}/vedlegg/{kept.id}")

    assert response.data == A_PDF + b"% ny\n"
    assert response.mimetype == "application/pdf"
    disposition = response.headers["Content-Disposition"]
    assert disposition == "attachment; filename*=UTF-8''Avtale%20%C3%85%202026.pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_removed_document_is_gone(
    web: Web, together: Collaboration, draft: Application
) -> None:
    number, first = draft.id, draft.attachments[0]
    url, name = f"/soknader/{number}/vedlegg/{first.id}", first.filename
    web.log_in(together.signatory)
    page = web.open(f"/soknader/{number}/vedlegg")
    button = page.find("form", action=f"{url}/fjern")
    assert button is not None
    token = button.find("input", attrs={"name": "csrf_token"})
    assert token is not None
    page = web.post(
        filled(page, f"/soknader/{number}/vedlegg", f"Fjern – {name}", {})
    )
    assert f"{name} er fjernet." in text_of(page)
    web.get(url, status=404)


def test_the_overview_asks_as_much_for_four_applications_as_for_one(
    web: Web, together: Collaboration
) -> None:
    a_filled_draft(together)
    web.log_in(together.signatory)
    web.open("/soknader")
    with asked() as one:
        web.open("/soknader")
    for _ in range(3):
        a_filled_draft(Collaboration(**{**vars(together), "signatory": person(together.signatory.id)}))
    with asked() as four:
        web.open("/soknader")
    assert one.number == four.number


def test_the_applicant_answers_what_the_office_asks_for(
    web: Web, together: Collaboration
) -> None:
    case = a_submitted(together)
    number = case.id
    deficiency = a_deficiency(case)
    web.log_in(together.signatory)
    page = web.open(f"/soknader/{number}")
    assert "Svar innen 20. mars 2026." in text_of(page).replace("\xa0", " ")
    url = f"/soknader/{number}/mangler/{deficiency}"

    page = web.send(url, "Send svaret", answer="Se vedlegget.", files=(BytesIO(MZ), "a.pdf"))
    assert "Filen er av en type vi ikke tar imot." in text_of(page)
    page = web.send(url, "Send svaret", answer="Se vedlegget.", files=(BytesIO(A_PDF), "a.pdf"))

    assert "Svaret er sendt." in text_of(page)
    answered = text_of(web.open(url))
    assert "Send avtalen." in answered
    assert "Se vedlegget." in answered
    assert "a.pdf" in answered
    assert queries.any_application(number).step is Step.SUBMITTED
