"""The applicant's pages: from an open call to a receipt, section by section."""

from datetime import date

import pytest
from flask import Flask

from accounts.queries import person
from applications import queries
from applications.models import Application
from criteria.steps import Step
from foundation.money import kroner
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
    a_submitted,
    confirm_all,
    participants,
)
from tests.formfilling import Value
from tests.web import Page, Web


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


def text_of(page: Page) -> str:
    return " ".join(page.main.get_text().split()) if page.main else ""


def flash_of(page: Page) -> str:
    found = page.select_one(".flash")
    return found.get_text().strip() if found else ""


def newest(together: Collaboration) -> Application:
    return together.read(queries.applications_of(person(together.signatory.id))[0].id)


def test_an_application_is_begun_from_an_open_call(web: Web, together: Collaboration) -> None:
    web.log_in(together.signatory)
    call = together.call.id
    page = web.open("/soknader/ny")
    assert page.find("a", href=f"/soknader/ny/{call}") is not None

    page = web.send(f"/soknader/ny/{call}", "Start søknaden", title="Felles journal")

    assert page.h1 is not None
    assert page.h1.get_text() == "Grunnopplysninger"
    assert newest(together).title == "Felles journal"
    assert "ting mangler i søknaden" in text_of(page)


def test_the_first_section_is_saved_and_the_list_of_lacks_follows(
    web: Web, together: Collaboration
) -> None:
    web.log_in(together.signatory)
    url = f"/soknader/{together.begin().id}/grunnopplysninger"
    assert "Prosjektperioden mangler startdato" in text_of(web.open(url))

    page = web.send(url, "Lagre", start_on="2026-09-01", end_on="31.12.2027", contact_phone="22")

    assert flash_of(page) == "Lagret kl. 10:00."
    assert "Prosjektperioden mangler" not in text_of(page)
    assert "Sist lagret 2. mars 2026" in text_of(page).replace("\xa0", " ")
    saved = newest(together)
    assert (saved.start_on, saved.end_on) == (date(2026, 9, 1), date(2027, 12, 31))


def test_what_is_typed_wrong_is_told_and_stays(web: Web, together: Collaboration) -> None:
    web.log_in(together.signatory)
    url = f"/soknader/{together.begin().id}/grunnopplysninger"

    page = web.send(
        url, "Lagre", title="", start_on="2027-09-01", end_on="2026-09-01", contact_email="signe",
        collaboration_name="Fjordkommunene",
    )  # fmt: skip

    summary = page.select_one(".error-summary")
    assert summary is not None
    assert [one.get_text() for one in summary.select("li")] == [
        "Tittel på prosjektet: Skriv en tittel på prosjektet.",
        "E-postadresse: Skriv en e-postadresse, som navn@kommune.no.",
    ]
    kept = page.find("input", attrs={"name": "collaboration_name"})
    assert kept is not None
    assert kept["value"] == "Fjordkommunene"
    assert newest(together).collaboration_name == ""


def test_partners_are_found_in_the_register_and_taken_in(
    web: Web, together: Collaboration
) -> None:
    web.log_in(together.signatory)
    url = f"/soknader/{together.begin().id}/deltakere"
    page = web.open(f"{url}?text=STORFJORD&county=&kind=")
    assert "Vestland, 4602" in text_of(page)
    storfjord, midtdal = together.others

    page = web.send(f"{url}?text=4602&county=&kind=", "Legg til de valgte",
                    organisations=[str(storfjord.id)], role="observer")
    assert flash_of(page).startswith("Deltakerne er lagt til")
    web.send(f"{url}?text=&county=Vestland&kind=municipality", "Legg til de valgte",
             organisations=[str(midtdal.id)])

    roles = {one.organisation.name: one.role.value for one in newest(together).partners}
    assert roles == {"Lillevik": "lead", "Storfjord": "observer", "Midtdal": "participant"}
    assert "Ingen organisasjoner passer søket" in text_of(web.open(f"{url}?text=4602&county=&kind="))


def test_a_partner_is_described_and_removed(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.signatory)
    number = participants(draft)[0].id
    url = f"/soknader/{draft.id}/deltakere/{number}"

    web.send(url, "Lagre", effort_hours="1 250", systems_before="3", role="participant")
    described = queries.partner_of(newest(together), number)
    assert (described.effort_hours, described.systems_before) == (1250, 3)

    page = web.send(f"{url}/fjern", "Fjern deltakeren")
    assert flash_of(page) == "Storfjord er tatt ut av søknaden."
    assert number not in {one.id for one in newest(together).partners}


def test_activities_are_ticked_and_excluded_ones_say_why(
    web: Web, together: Collaboration
) -> None:
    application = together.begin()
    web.log_in(together.signatory)
    url = f"/soknader/{application.id}/aktiviteter"
    purchase = next(one for one in application.call.activities if not one.supported)
    activity = next(one for one in application.call.activities if one.supported).id
    assert purchase.reason is not None
    why = purchase.reason.nb
    assert why in text_of(web.open(url))

    described: dict[str, Value] = {f"description-{activity}": "Vi beskriver behovene sammen."}
    page = web.send(url, "Lagre", described)
    assert "Kryss av for aktiviteten, eller ta bort beskrivelsen." in text_of(page)

    web.send(url, "Lagre", {**described, f"chosen-{activity}": True})
    chosen = newest(together).chosen_activities
    assert [(one.activity_id, one.description) for one in chosen] == [
        (activity, "Vi beskriver behovene sammen.")
    ]


def test_the_budget_is_filled_in_for_a_partner_and_added_up(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.signatory)
    lead = draft.partners[0]
    url = f"/soknader/{draft.id}/budsjett/{lead.id}?alt=ja"
    activity = draft.chosen_activities[0].activity_id
    purchase = next(one for one in draft.call.activities if not one.supported).id

    page = web.send(url, "Lagre", {
        f"c-{lead.id}-2026-{activity}-grant": "1 000 000",
        f"c-{lead.id}-2027-{activity}-grant": "500.000,50",
        f"c-{lead.id}-2027-{purchase}-own_funding": "2 000 000 kr",
    })  # fmt: skip

    assert flash_of(page) == "Lagret kl. 10:00."
    assert newest(together).asked == kroner(1_000_000 + 2 * 600_000) + 50_000_050
    assert page.find("input", attrs={"name": f"c-{lead.id}-2027-{purchase}-grant"}) is None
    whole = text_of(web.open(f"/soknader/{draft.id}/budsjett")).replace("\xa0", " ")
    assert "2 700 000,50 kr" in whole
    assert "Egenandel i hele søknaden: 58,46 prosent" in whole


def test_an_amount_that_cannot_be_read_is_told_at_its_cell(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.signatory)
    cell = f"c-{draft.partners[0].id}-2026-{draft.chosen_activities[0].activity_id}-grant"
    page = web.send(
        f"/soknader/{draft.id}/budsjett/{draft.partners[0].id}", "Lagre", {cell: "mye"}
    )
    problem = page.select_one(f"#{cell}-error")
    assert problem is not None
    assert "Skriv beløpet i kroner" in problem.get_text()
    control = page.find("input", id=cell)
    assert control is not None
    assert control["value"] == "mye"


def test_a_breach_is_shown_beside_its_cell(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.signatory)
    activity, lead = draft.chosen_activities[0].activity_id, draft.partners[0].id
    web.send(f"/soknader/{draft.id}/grunnopplysninger", "Lagre", start_on="2027-01-01")

    page = web.open(f"/soknader/{draft.id}/budsjett/{lead}")

    control = page.find("input", id=f"c-{lead}-2026-{activity}-grant")
    assert control is not None
    cell = control.find_parent("td")
    assert cell is not None
    assert "Året ligger utenfor prosjektperioden." in cell.get_text()


def test_questions_of_every_kind_are_answered_and_shown_again(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.signatory)
    before = {answer.question_id: answer.value for answer in draft.answers}
    for number in range(1, 8):
        url = f"/soknader/{draft.id}/sporsmal/{number}"
        page = web.send(url, "Lagre")
        assert flash_of(page) == "Lagret kl. 10:00."
    assert {answer.question_id: answer.value for answer in newest(together).answers} == before
    web.open(f"/soknader/{draft.id}/sporsmal/8", status=404)


def test_a_long_answer_is_counted_as_the_page_counts(
    web: Web, together: Collaboration, draft: Application
) -> None:
    """A browser sends two signs for a line break; page and server both count it as one."""
    web.log_in(together.signatory)
    question = next(one for one in draft.call.questions if one.max_chars)
    limit = question.max_chars or 0
    url, name = f"/soknader/{draft.id}/sporsmal/1", f"q-{question.id}"

    page = web.send(url, "Lagre", {name: "é\r\n" * (limit // 2)})
    assert "For langt svar" not in text_of(page)
    page = web.send(url, "Lagre", {name: "x" * (limit + 1)})
    assert "For langt svar" in text_of(page)
    area = page.find("textarea", attrs={"name": name})
    assert area is not None
    assert len(area.get_text().strip()) == limit + 1


def test_a_whole_application_is_read_over_and_handed_in(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.signatory)
    url = f"/soknader/{draft.id}/kontroll"
    page = web.open(url)
    assert "Storfjord har ikke bekreftet" in text_of(page)
    assert page.find("button", string="Send inn søknaden") is None
    confirm_all(together, together.read(draft.id))

    page = web.send(url, "Send inn søknaden")
    assert "Du må bekrefte dette før du kan sende inn søknaden." in text_of(page)
    page = web.send(url, "Send inn søknaden", declared=True)

    assert page.h1 is not None
    assert page.h1.get_text() == "Søknaden er mottatt"
    assert "2026/00001" in text_of(page)
    case = queries.any_application(draft.id)
    assert case.step is Step.SUBMITTED
    shown = text_of(web.open(f"/soknader/{draft.id}"))
    assert "Mottatt" in shown
    assert "Søknaden ble sendt inn" in shown


def test_the_drafts_pages_lead_to_the_case_afterwards(
    web: Web, together: Collaboration
) -> None:
    case = a_submitted(together)
    web.log_in(together.signatory)
    for part in ("grunnopplysninger", "deltakere", "budsjett", "vedlegg", "kontroll"):
        page = web.open(f"/soknader/{case.id}/{part}")
        assert page.url == f"/soknader/{case.id}"


def test_it_is_withdrawn_with_a_reason(web: Web, together: Collaboration) -> None:
    case = a_submitted(together)
    web.log_in(together.signatory)
    page = web.send(f"/soknader/{case.id}/trekk", "Trekk søknaden", reason="Vi venter et år.")
    assert flash_of(page) == "Søknaden er trukket."
    assert queries.any_application(case.id).step is Step.WITHDRAWN


def test_the_overview_says_what_waits_for_whom(web: Web, together: Collaboration) -> None:
    ready = a_ready_draft(together)
    unready = a_filled_draft(together)
    waits = {
        together.signatory: {ready.id: "Les over og send inn",
                             unready.id: "Venter på bekreftelse fra deltakere"},
        together.others_signatories[0]: {unready.id: "Bekreft deres del"},
    }  # fmt: skip
    for somebody, expected in waits.items():
        web.log_in(somebody)
        page = web.open("/soknader")
        found = {
            int(str(row.a["href"]).rsplit("/", 1)[1]): mark.get_text()
            for row in page.select("tbody th")
            if row.a and (mark := row.select_one(".awaits"))
        }
        assert found == expected
