"""The life of a published call in the browser: next year's, a later deadline, a change, an end."""

import pytest

from accounts.models import Person
from accounts.queries import person, person_by_email
from applications.rounds.services import extend_deadline
from foundation import clock
from grants import queries, rounds
from grants.models import Call
from tests.builders.accounts import an_administrator
from tests.builders.applications import Collaboration, a_collaboration, a_ready_draft, an_editor
from tests.builders.grants import a_call, terms
from tests.builders.rounds import BECAUSE, a_change, a_published_change
from tests.querycount import asked
from tests.web import Page, Web

ROOT = "/forvaltning/utlysninger"
WHY = {"reason_nb": "Systemet var nede.", "reason_nn": "Systemet var nede i to dagar."}


@pytest.fixture
def together(web: Web) -> Collaboration:
    del web
    return a_collaboration()


@pytest.fixture
def anne(web: Web, together: Collaboration) -> Person:
    del together
    found = person_by_email("anne.administrator@example.org")
    assert found is not None
    web.log_in(found)
    return person(found.id)


def read(page: Page) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def errors(page: Page) -> list[str]:
    return [one.get_text() for one in page.select(".error-summary li")]


def buttons(page: Page) -> list[str]:
    return [one.get_text(" ", strip=True) for one in page.select("main .ds-button")]


def test_next_years_call_is_suggested_a_year_later_and_told_apart(web: Web) -> None:
    anne = an_administrator()
    origin = a_call(anne)
    web.log_in(anne)
    page = web.send(f"{ROOT}/{origin.id}/neste", press="Lag utkastet")
    assert "Utkastet er laget." in read(page)
    made = queries.call_by_code("anskaffelse-2027")
    assert made is not None
    assert (made.opens_on.year, made.closes_on.year, made.first_year) == (2027, 2027, 2027)
    assert "Se hva som er endret" in buttons(page)

    told = read(web.open(f"{ROOT}/{made.id}/endringer"))
    assert "Formål, datoer og ramme" in told
    assert "15. april 2026 15. april 2027" in told
    assert "Spørsmål" not in [
        one.get_text() for one in web.open(f"{ROOT}/{made.id}/endringer").select("h2")
    ]


def test_what_was_typed_stays_when_a_copy_is_refused(web: Web, anne: Person) -> None:
    del anne
    call = queries.calls()[0]
    page = web.send(f"{ROOT}/{call.id}/neste", press="Lag utkastet", code=call.code, frame="7 000")
    assert errors(page) == [f"Det finnes allerede en utlysning med koden {call.code}."]
    frame = page.select_one("input[name=frame]")
    assert frame is not None
    assert frame["value"] == "7 000"


def test_a_form_that_is_changed_in_one_form_of_norwegian_only_is_marked(
    web: Web, anne: Person, together: Collaboration
) -> None:
    draft = a_change(together.call, anne)
    web.send(f"{ROOT}/{draft.id}/grunnlag", press="Lagre endringene", title_nb="Ny tittel")
    page = web.open(f"{ROOT}/{draft.id}/endringer")
    assert "Tittel bokmål" in read(page)
    assert "Tittel nynorsk Ikke endret" in read(page)
    assert [one.get_text() for one in page.select("ins")][:1] == ["Ny tittel"]


def test_a_deadline_is_extended_and_everybody_reads_why(
    web: Web, anne: Person, together: Collaboration
) -> None:
    del anne
    call = together.call
    page = web.send(
        f"{ROOT}/{call.id}/forleng", press="Forleng fristen", more=WHY, closes_on="2026-04-01"
    )
    assert [one.replace("\u00a0", " ") for one in errors(page)] == [
        "Den nye fristen må være senere enn 15. april 2026."
    ]
    page = web.send(
        f"{ROOT}/{call.id}/forleng", press="Forleng fristen", more=WHY, closes_on="2026-04-22"
    )
    assert "Fristen er forlenget." in read(page)

    shown = read(web.open(f"/utlysninger/{call.id}"))
    assert "Fristen er forlenget fra 15. april 2026 til 22. april 2026." in shown
    assert "Systemet var nede." in shown


def test_a_reason_is_asked_for_in_both_forms(
    web: Web, anne: Person, together: Collaboration
) -> None:
    del anne
    page = web.send(
        f"{ROOT}/{together.call.id}/trekk-tilbake",
        press="Trekk utlysningen tilbake", reason_nb="Bare bokmål",
    )  # fmt: skip
    assert errors(page) == ["Begrunnelse (nynorsk): Skriv begrunnelsen på nynorsk."]
    assert queries.call(together.call.id).withdrawn_at is None


def test_a_call_is_withdrawn_after_its_consequences_are_shown(
    web: Web, anne: Person, together: Collaboration
) -> None:
    del anne
    draft = together.begin()
    address = f"{ROOT}/{together.call.id}/trekk-tilbake"
    shown = read(web.open(address))
    assert "1 søknad er begynt eller sendt inn." in shown
    assert "Lillevik" in shown
    assert draft.title not in shown
    web.send(address, press="Trekk utlysningen tilbake", more=WHY)

    assert "Utlysningen er trukket tilbake." in read(web.open(f"/utlysninger/{together.call.id}"))
    assert "Start en søknad" not in buttons(web.open(f"/utlysninger/{together.call.id}"))
    assert "Utlysninger som er trukket tilbake" in read(web.open("/utlysninger"))
    web.log_in(together.signatory)
    case = read(web.open(f"/soknader/{draft.id}"))
    assert "Saken ble avsluttet fordi utlysningen ble trukket tilbake" in case


def test_a_change_is_a_new_version_that_says_who_is_affected(
    web: Web, anne: Person, together: Collaboration
) -> None:
    del anne
    a_ready_draft(together)
    page = web.open(f"{ROOT}/{together.call.id}")
    assert "Endre utlysningen" in buttons(page)
    page = web.send(f"{ROOT}/{together.call.id}", press="Endre utlysningen")
    assert "Utkastet til ny versjon er laget." in read(page)
    draft = rounds.draft_edition(together.call.id)
    assert draft is not None
    web.send(
        f"{ROOT}/{draft.id}/grunnlag", press="Lagre endringene",
        title_nb="Endret tittel", title_nn="Endra tittel",
    )  # fmt: skip
    address = f"{ROOT}/{draft.id}/kunngjor-versjon"
    shown = read(web.open(address))
    assert "1 søknad er begynt eller sendt inn." in shown
    assert "Endra tittel" in shown
    page = web.send(address, press="Kunngjør den nye versjonen", more=WHY)
    assert "Den nye versjonen er kunngjort." in read(page)

    public = read(web.open(f"/utlysninger/{together.call.id}"))
    assert "Endret tittel" in public
    assert "Versjon 2, kunngjort" in public
    old = web.open(f"/utlysninger/{together.call.id}/versjon/1")
    assert "Dette er versjon 1." in read(old)
    assert "Start en søknad" not in buttons(old)
    assert "Endret tittel" in read(web.open(f"/utlysninger/{together.call.id}/versjon/2/endringer"))


def test_what_belongs_to_the_round_has_no_pages_in_a_new_version(
    web: Web, anne: Person, together: Collaboration
) -> None:
    draft = a_change(together.call, anne)
    basics = web.open(f"{ROOT}/{draft.id}/grunnlag")
    assert basics.select("input[name=frame], input[name=closes_on], input[name=method]") == []
    assert "Gjelder hele runden" in read(web.open(f"{ROOT}/{draft.id}"))
    refused = web.open(f"{ROOT}/{draft.id}/rader/kriterier", status=409)
    assert "gjelder hele runden" in read(refused)
    web.open(f"{ROOT}/{draft.id}/kunngjor", status=409)


def test_the_lead_sees_what_a_new_version_means_and_follows_it(
    web: Web, anne: Person, together: Collaboration
) -> None:
    draft = a_ready_draft(together)
    edition = a_published_change(together.call, anne)
    web.log_in(together.signatory)
    page = web.open(f"/soknader/{draft.id}")
    assert "Utlysningen har fått en ny versjon" in read(page)
    address = f"/soknader/{draft.id}/ny-versjon"
    assert "Alt dere har skrevet, blir med" in read(web.open(address))
    page = web.send(address, press="Flytt søknaden til versjon 2")
    assert "Søknaden følger nå den nye versjonen." in read(page)
    assert "Utlysningen har fått en ny versjon" not in read(page)
    assert together.read(draft.id).call_id == edition.id


def test_only_the_lead_lets_a_draft_follow(web: Web, anne: Person, together: Collaboration) -> None:
    draft = a_ready_draft(together)
    a_published_change(together.call, anne)
    web.log_in(together.others_signatories[0])
    web.open(f"/soknader/{draft.id}/ny-versjon", status=404)
    assert "Se hva som er endret" not in buttons(web.open(f"/soknader/{draft.id}"))
    web.log_in(an_editor(together.lead, "Endre Editor"))
    assert "Se hva som er endret" in buttons(web.open(f"/soknader/{draft.id}"))


@pytest.mark.parametrize("page", ["neste", "forleng", "trekk-tilbake", "endringer"])
def test_nobody_else_changes_a_call(web: Web, together: Collaboration, page: str) -> None:
    web.log_in(together.signatory)
    web.open(f"{ROOT}/{together.call.id}/{page}", status=403)


def test_the_list_of_calls_asks_once_however_many_editions(web: Web, anne: Person) -> None:
    with asked() as few:
        web.open(ROOT)
    call: Call = a_call(anne, terms(code="enda-en", frame=queries.calls()[0].frame))
    a_published_change(call, anne)
    later = call.closes_on.replace(month=5)
    extend_deadline(call, later, reason=BECAUSE, by=anne, at=clock.now())
    with asked() as more:
        page = web.open(ROOT)
    assert few.number == more.number
    assert len(page.select("tbody tr")) == 2


def test_the_whole_form_is_shown_before_anybody_can_fill_it_in(
    web: Web, anne: Person, together: Collaboration
) -> None:
    draft = a_change(together.call, anne)
    labels = [one.label.nb for one in draft.questions]
    assert "Se søknadsskjemaet" in buttons(web.open(f"{ROOT}/{draft.id}/forhandsvis"))
    page = web.open(f"{ROOT}/{draft.id}/forhandsvis/skjema")
    told = read(page)
    assert [one for one in labels if one not in told] == []
    fields = page.select("main .trial :is(input, select, textarea)")
    inside = page.select("main .trial fieldset[disabled] :is(input, select, textarea)")
    assert len(inside) == len(fields) > len(labels)
    assert page.select("main .trial button") == []
