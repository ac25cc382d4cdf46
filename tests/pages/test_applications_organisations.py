"""What belongs to an organisation: all that it is part of, and its fact sheet."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from applications import contents, queries, services
from applications.factsheets.services import confirm_facts
from applications.models import Application, PartnerRole
from foundation import clock
from tests.builders.accounts import an_administrator
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_kommune,
    a_signatory,
    participants,
)
from tests.builders.grants import a_call, terms
from tests.builders.partners import FACTS, an_offer
from tests.databases import ON_BOTH
from tests.formfilling import Value
from tests.querycount import asked
from tests.web import Page, Web

MOST_QUERIES = 12
SHEET: dict[str, Value] = {
    "post_email": "post@storfjord.example",
    "contact_phone": "22 33 44 55",
    "backup_name": "Bo Bakvakt",
    "backup_email": "bo@example.org",
    "systems-0-name": "Gammelt system",
    "systems-0-used_for": "Pleie og omsorg",
    "hours_a_year": "1 000",
}


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def text_of(page: Page) -> str:
    return " ".join(page.main.get_text().split()).replace("\xa0", " ") if page.main else ""


def another_draft(together: Collaboration) -> Application:
    """Fill in a draft of another call of the same measure, with the same organisations."""
    call = a_call(an_administrator("Arne Administrator"), terms(code="anskaffelse-to-2026"))
    return a_filled_draft(replace(together, call=call))


@ON_BOTH
def test_a_kommune_sees_all_that_it_is_part_of(web: Web, together: Collaboration) -> None:
    draft = a_filled_draft(together)
    place = together.others[0].id
    web.log_in(together.others_signatories[0])
    page = web.open(f"/soknader/organisasjon/{place}")
    assert draft.title in text_of(page)
    assert "Hovedsøker: Lillevik" in text_of(page)
    assert "Ikke bekreftet av dere" in text_of(page)
    assert "600 000 kr" in text_of(page)
    assert "Har dere lovet det samme" not in text_of(page)


def test_what_is_promised_twice_is_asked_about_there_and_before_confirming(
    web: Web, together: Collaboration
) -> None:
    first, second = a_filled_draft(together), another_draft(together)
    place, own = together.others[0].id, participants(second)[0].id
    third = participants(first)[1]
    watching = contents.PartnerTerms(role=PartnerRole.OBSERVER)
    services.change_partner(third, watching, by=together.signatory, at=clock.now())
    quiet = together.others[1].id
    web.log_in(together.others_signatories[0])
    said = text_of(web.open(f"/soknader/organisasjon/{place}"))
    assert "I 2026 og 2027 lover dere timer både i" in said
    assert "I 2026 lover dere 600 000 kr både i" in said
    said = text_of(web.open(f"/soknader/{second.id}/deltakere/{own}/bekreft"))
    assert "Har dere lovet det samme før?" in said

    together.read(first.id)
    web.log_in(together.others_signatories[1])
    said = text_of(web.open(f"/soknader/organisasjon/{quiet}"))
    assert "Har dere lovet det samme" not in said


def test_a_sheet_that_came_after_the_invitation_fills_in_the_confirmation(
    web: Web, together: Collaboration
) -> None:
    draft = a_filled_draft(together)
    part = next(one for one in draft.partners if one.organisation_id == together.others[0].id)
    here = f"/soknader/{draft.id}/deltakere/{part.id}/bekreft"
    web.log_in(together.others_signatories[0])
    assert "Bekreft faktaarket først" in text_of(web.open(here))
    together.read(draft.id)
    by, place = together.others_signatories[0], together.others[0]
    confirm_facts(place, FACTS, seen=None, by=by, at=clock.now())
    page = web.open(here)
    assert "Bekreft faktaarket først" not in text_of(page)
    names = ("contact_email", "backup_name")
    filled = [page.select_one(f"[name={name}]") for name in names]
    assert [one and one["value"] for one in filled] == [
        FACTS.persons.first.email, FACTS.persons.backup.name,
    ]  # fmt: skip


def test_the_hours_are_held_against_what_the_fact_sheet_says(
    web: Web, together: Collaboration
) -> None:
    a_filled_draft(together)
    few = replace(FACTS, hours_a_year=10)
    confirm_facts(together.lead, few, seen=None, by=together.signatory, at=clock.now())
    url = f"/soknader/organisasjon/{together.lead.id}"
    web.log_in(together.signatory)
    assert "I faktaarket står det at dere har 10 timer i året." in text_of(web.open(url))


def test_the_list_asks_no_more_for_more_applications(web: Web, together: Collaboration) -> None:
    url = f"/soknader/organisasjon/{together.lead.id}"
    a_filled_draft(together)
    web.log_in(together.signatory)
    with asked() as one:
        web.open(url)
    together.read(queries.applications_with(together.lead.id)[0].id)
    another_draft(together)
    with asked() as two:
        web.open(url)
    assert two.number == one.number <= MOST_QUERIES


def test_another_kommunes_papers_are_not_found(web: Web, together: Collaboration) -> None:
    place = together.lead.id
    web.log_in(a_signatory(a_kommune("Bortevik", number="4699"), "Bodil Bortevik"))
    for page in ("", "/faktaark", "/faktaark/bekreft"):
        web.get(f"/soknader/organisasjon/{place}{page}", status=404)


def test_a_fact_sheet_is_filled_in_and_confirmed(web: Web, together: Collaboration) -> None:
    url = f"/soknader/organisasjon/{together.lead.id}/faktaark"
    web.log_in(together.signatory)
    assert "Faktaarket er ikke fylt ut ennå." in text_of(web.open(url))
    page = web.send(f"{url}/bekreft", "Bekreft at dette stemmer", more={**SHEET, "post_email": "x"})
    assert "Skriv en e-postadresse" in text_of(page)
    assert [one["value"] for one in page.select("input[name=systems-0-name]")] == ["Gammelt system"]

    page = web.send(f"{url}/bekreft", "Bekreft at dette stemmer", more=SHEET)

    assert "Faktaarket er bekreftet." in text_of(page)
    assert "Gammelt systemPleie og omsorg" in text_of(page)
    assert "Gjelder til 2. mars 2027." in text_of(page)
    page = web.open(f"{url}/bekreft")
    assert len(page.select("tbody tr")) == 4


def test_interest_is_registered_seen_by_the_administrator_and_taken_back(
    web: Web, together: Collaboration
) -> None:
    measure, name = str(together.call.measure_id), together.call.measure.name.nb
    administrator = an_administrator("Arne Administrator")
    web.log_in(together.signatory)
    page = web.send("/soknader/interesse", "Meld interesse", measure=measure, contact_name="")
    assert "Skriv navnet til den som skal få beskjed." in text_of(page)
    page = web.send("/soknader/interesse", "Meld interesse", measure=measure, note="Bytte i 2027")
    assert "Interessen er meldt." in text_of(page)
    page = web.send("/soknader/interesse", "Meld interesse", measure=measure)
    assert "Lillevik har allerede meldt interesse" in text_of(page)

    web.log_in(administrator)
    said = text_of(web.open("/forvaltning/interesse"))
    assert "Bytte i 2027" in said
    assert "Lillevik" in said

    web.log_in(together.signatory)
    page = web.send("/soknader/interesse", f"Trekk – {name}")
    assert "Interessen er trukket." in text_of(page)


def test_an_application_is_begun_from_last_years(web: Web, together: Collaboration) -> None:
    earlier = a_filled_draft(together)
    call = a_call(
        an_administrator("Arne Administrator"), terms(code="neste-2027", first_year=2027)
    )
    url = f"/soknader/ny/{call.id}"
    web.log_in(together.signatory)
    page = web.send(
        url, "Start søknaden", title="År to", earlier=str(earlier.id),
        bring=["partners", "activities", "budget"],
    )  # fmt: skip
    assert "Grunnopplysninger" in text_of(page)
    made = queries.applications_with(together.lead.id)[0]
    assert made.title == "År to"
    assert [one.organisation.name for one in made.partners][1:] == ["Storfjord", "Midtdal"]
    assert f"Søknaden bygger på «{earlier.title}»" in text_of(web.open(f"/soknader/{made.id}"))


def test_an_application_is_begun_from_scratch_beside_earlier_ones(
    web: Web, together: Collaboration
) -> None:
    a_filled_draft(together)
    web.log_in(together.signatory)
    web.send(f"/soknader/ny/{together.call.id}", "Start søknaden", title="Helt ny")
    made = queries.applications_with(together.lead.id)[0]
    assert (made.title, len(made.partners)) == ("Helt ny", 1)


def test_a_partner_proposes_other_figures_and_the_lead_accepts_with_one_click(
    web: Web, together: Collaboration
) -> None:
    draft = a_filled_draft(together)
    number, own = draft.id, participants(draft)[0].id
    root = f"/soknader/{number}/deltakere/{own}"
    web.log_in(together.others_signatories[0])
    page = web.send(f"{root}/foresla", "Send forslaget", effort_hours="120")
    assert "Skriv hvorfor dere foreslår andre tall." in text_of(page)
    page = web.send(f"{root}/foresla", "Send forslaget", effort_hours="120", comment="Få hender.")
    assert "Hovedsøkeren har ikke svart ennå." in text_of(page)
    web.get(f"{root}/forslag", status=404)

    web.log_in(together.signatory)
    said = text_of(web.open(f"{root}/forslag"))
    assert "Egeninnsatsen: fra 200 timer til 120 timer" in said
    assert "Få hender." in said
    page = web.send(f"{root}/forslag", "Godta tallene")
    assert "Tallene til Storfjord står nå i søknaden." in text_of(page)
    web.get(f"{root}/forslag", status=404)
    assert participants(together.read(number))[0].effort_hours == 120


def test_the_lead_answers_why_not_and_the_partner_reads_it(
    web: Web, together: Collaboration
) -> None:
    draft = a_filled_draft(together)
    own = participants(draft)[0]
    root = f"/soknader/{draft.id}/deltakere/{own.id}"
    an_offer(draft, own, together.others_signatories[0])
    web.log_in(together.signatory)
    page = web.send(f"{root}/forslag", "Behold tallene som står")
    assert "Skriv hvorfor dere ikke godtar forslaget." in text_of(page)
    web.send(f"{root}/forslag", "Behold tallene som står", reason="Egenandelen holder ikke.")
    web.log_in(together.others_signatories[0])
    assert "Egenandelen holder ikke." in text_of(web.open(f"{root}/bekreft"))


def test_the_lead_reminds_those_who_lack_but_not_at_once_again(
    web: Web, together: Collaboration
) -> None:
    url = f"/soknader/{a_filled_draft(together).id}"
    later = clock.now() + timedelta(hours=7)
    with clock.frozen(later):
        web.log_in(together.signatory)
        page = web.send(url, "Minn dem som mangler")
        assert "Vi har minnet om å bekrefte: Storfjord, Midtdal." in page.get_text()
        page = web.send(url, "Minn dem som mangler")
        assert "Deltakerne er nylig minnet om." in page.get_text()
