"""Kommuner find each other through the pages; and who sees what of it."""

import pytest
from flask import Flask

from accounts.models import Person, Role
from accounts.queries import person
from applications.finding import services
from applications.finding.models import Plan
from applications.finding.queries import plan_for
from foundation import clock
from foundation.database import db
from tests.builders.accounts import a_person
from tests.builders.applications import a_kommune, a_signatory
from tests.builders.finding import (
    Neighbours,
    a_group,
    a_plan,
    plan_terms,
    some_neighbours,
    the_measure,
)
from tests.databases import ON_BOTH
from tests.querycount import asked
from tests.web import Page, Web

CONTACT = "kari.kontakt@example.org"


@pytest.fixture
def near(app: Flask) -> Neighbours:
    del app
    return some_neighbours()


def text_of(page: Page) -> str:
    return " ".join(page.main.get_text().split()) if page.main else ""


def need(plan: Plan) -> str:
    return str(plan.needs[0].need_id)


def test_from_plan_to_application(web: Web, near: Neighbours) -> None:
    theirs = a_plan(near.kommuner[1], near.people[1])
    web.log_in(near.people[0])
    page = web.send(
        "/samarbeid/planer/ny", "Legg ut planen", measure=str(the_measure().id),
        needs=[need(theirs)], services=["home_care"], present_system="prøvejournal",
        wanted_from="2026-10-01", description="Vi vil kjøpe inn sammen.",
    )  # fmt: skip
    assert "Planen er lagt ut." in text_of(page)
    own = int(page.url.rsplit("/", 1)[1])

    told = text_of(web.open("/samarbeid/forslag"))
    assert near.kommuner[1].name in told
    assert "Samme journalsystem i dag: Prøvejournal" in told
    assert "Samme tid: vil begynne med 1 måneds mellomrom" in told
    assert "Samme behov: B3" in told
    assert "av 100 poeng" in told

    address = (
        f"/samarbeid/grupper/ny?kommune={near.kommuner[0].id}&tiltak={the_measure().id}"
        f"&med={near.kommuner[1].id}"
    )
    page = web.send(address, "Dann gruppen og inviter", name="Fjordgruppen", message="Bli med?")
    assert "Har ikke svart" in text_of(page)
    group = page.url

    web.log_in(near.people[1])
    assert "1 Invitasjoner til grupper" in text_of(web.open("/"))
    assert "Fjordgruppen" in text_of(web.open("/samarbeid"))
    page = web.send(group, f"Ja, vi vil være med – {near.kommuner[1].name}")
    assert "Svaret er lagret." in text_of(page)

    web.log_in(near.people[0])
    address = f"{group}/soknad/{near.call.id}"
    assert address in {a["href"] for a in web.open(group).find_all("a")}
    page = web.send(address, "Begynn på søknaden", title="Felles innkjøp")
    assert "Felles innkjøp" in text_of(page)
    assert "Gruppen har begynt på en søknad" in text_of(web.open(group))

    page = web.send(f"/samarbeid/planer/{own}/trekk", "Trekk tilbake planen")
    assert "Planen er trukket tilbake." in text_of(page)


def test_a_plan_that_says_nothing_keeps_what_was_typed(web: Web, near: Neighbours) -> None:
    web.log_in(near.people[0])
    page = web.send(
        "/samarbeid/planer/ny", "Legg ut planen",
        measure=str(the_measure().id), description="Noe vi skrev.",
    )  # fmt: skip
    assert "Velg minst ett behov eller én tjeneste" in text_of(page)
    assert "Noe vi skrev." in text_of(page)
    page = web.send("/samarbeid/planer/ny", "Legg ut planen", wanted_from="snart", contact_email="x")
    told = text_of(page)
    assert "Velg hva planen gjelder." in told
    assert "Skriv en e-postadresse" in told


def test_what_two_colleagues_write_at_once_is_not_lost(web: Web, near: Neighbours) -> None:
    plan_id = a_plan(near.kommuner[0], near.people[0]).id
    address = f"/samarbeid/planer/{plan_id}/endre"
    web.log_in(near.people[0])
    read = web.open(address)
    by = person(near.people[0].id)
    services.change_plan(plan_for(by, plan_id), plan_terms("B9"), by=by, at=clock.now())

    seen = read.find("input", {"name": "seen"})
    assert seen is not None
    page = web.send(address, "Lagre planen", seen=str(seen["value"]), description="Min tekst")
    assert "Noen andre har endret planen mens du skrev" in text_of(page)
    assert "Min tekst" in text_of(page)

    page = web.send(address, "Lagre planen", description="Min tekst")
    assert "Planen er endret." in text_of(page)
    assert "Min tekst" in text_of(page)


def test_contacts_are_for_those_who_apply(web: Web, near: Neighbours) -> None:
    plan = a_plan(near.kommuner[0], near.people[0])
    insiders = [near.people[1], a_signatory(a_kommune("Bortevik", number="4699"), "Bodil")]
    outsiders = [a_person(role, name=f"Test {role}") for role in Role if role not in APPLY]
    for one in insiders:
        web.log_in(one)
        assert CONTACT in text_of(web.open(f"/samarbeid/planer/{plan.id}"))
    for one in outsiders:
        web.log_in(one)
        for address in (f"/samarbeid/planer/{plan.id}", "/samarbeid/planer", "/samarbeid/tall"):
            told = text_of(web.open(address))
            assert CONTACT not in told
            assert "Kari Kontakt" not in told


APPLY = (Role.EDITOR, Role.SIGNATORY)


def test_the_office_and_research_read_plans_and_numbers_and_nothing_else(
    web: Web, near: Neighbours
) -> None:
    plan, group = a_plan(near.kommuner[0], near.people[0]), a_group(near, 1)
    for role in (Role.CASE_OFFICER, Role.ADMINISTRATOR, Role.RESEARCHER):
        web.log_in(a_person(role, name=f"Test {role}"))
        page = web.open("/samarbeid")
        assert page.url == "/samarbeid/tall"
        assert "1 planer" not in text_of(page)
        web.get("/samarbeid/forslag", status=403)
        web.get("/samarbeid/planer/ny", status=403)
        web.get(f"/samarbeid/planer/{plan.id}/endre", status=403)
        web.get(f"/samarbeid/grupper/{group.id}", status=403)


def test_strangers_read_only_what_is_opened_for_them(web: Web, near: Neighbours) -> None:
    closed = a_plan(near.kommuner[0], near.people[0])
    a_plan(near.kommuner[1], near.people[1], plan_terms(public_summary="Bli med oss."))
    assert web.open("/").find("a", href="/samarbeid/apne-planer")
    told = text_of(web.open("/samarbeid/apne-planer"))
    assert "Bli med oss." in told
    assert near.kommuner[0].name not in told
    assert CONTACT not in told
    for address in ("/samarbeid", "/samarbeid/planer", f"/samarbeid/planer/{closed.id}"):
        assert web.get(address, status=302).location.startswith("/logg-inn")


def test_whoever_has_no_role_any_more_sees_no_plans(web: Web, near: Neighbours) -> None:
    plan = a_plan(near.kommuner[0], near.people[0])
    web.log_in(a_person(name="Tom Tidligere"))
    for address in ("/samarbeid", "/samarbeid/planer", f"/samarbeid/planer/{plan.id}"):
        web.get(address, status=403)


def test_other_kommuner_neither_change_a_plan_nor_find_a_group(
    web: Web, near: Neighbours
) -> None:
    plan, group = a_plan(near.kommuner[0], near.people[0]), a_group(near)
    services.withdraw_plan(plan, by=near.people[0], at=clock.now())
    living = a_plan(near.kommuner[0], near.people[0])
    web.log_in(a_signatory(a_kommune("Bortevik", number="4699"), "Bodil Bortevik"))
    for address in (
        f"/samarbeid/planer/{plan.id}", f"/samarbeid/planer/{living.id}/endre",
        f"/samarbeid/planer/{living.id}/trekk", f"/samarbeid/grupper/{group.id}",
        f"/samarbeid/grupper/{group.id}/soknad/{near.call.id}",
        f"/samarbeid/grupper/ny?kommune={near.kommuner[0].id}&tiltak={the_measure().id}",
        f"/samarbeid/grupper/ny?kommune={near.kommuner[0].id}",
    ):  # fmt: skip
        web.get(address, status=404)


def test_a_group_invites_more_and_lets_go(web: Web, near: Neighbours) -> None:
    group, more = a_group(near, 1), a_kommune("Nyvik", number="4650")
    address = f"/samarbeid/grupper/{group.id}"
    web.log_in(near.people[0])
    page = web.send(address, "Inviter kommunen", kommune="0")
    assert "Velg en kommune." in text_of(page)
    page = web.send(address, "Inviter kommunen", kommune=str(more.id))
    assert "Nyvik er invitert." in text_of(page)
    page = web.send(address, f"Gå ut av gruppen – {near.kommuner[0].name}")
    assert "Har takket nei" in text_of(page)
    assert "Inviter flere" not in text_of(page)
    page = web.send(address, f"Bli med likevel – {near.kommuner[0].name}")
    assert "Inviter flere" in text_of(page)


def test_a_group_waits_when_no_call_is_open(web: Web, near: Neighbours) -> None:
    group = a_group(near, 1)
    with clock.frozen(clock.end_of_day(near.call.closes_on)):
        web.log_in(near.people[0])
        told = text_of(web.open(f"/samarbeid/grupper/{group.id}"))
    assert "Gruppen venter på den neste." in told


@ON_BOTH
def test_numbers_count_what_plans_say(web: Web, near: Neighbours) -> None:
    web.log_in(a_person(Role.RESEARCHER, name="Frida Forsker"))
    assert "Ingen kommuner har lagt ut planer ennå." in text_of(web.open("/samarbeid/tall"))
    for place, codes in enumerate((("B3",), ("B3", "B7"))):
        a_plan(near.kommuner[place], near.people[place], plan_terms(*codes))
    page = web.open("/samarbeid/tall")
    rows = {
        tr.th.get_text().split()[0]: tr.td.get_text()
        for tr in page.find_all("tr")
        if tr.th and tr.td
    }
    assert (rows["B3"], rows["B7"], rows["B1"]) == ("2", "1", "0")
    assert (rows["Hjemmetjenester"], rows["Prøvejournal"], rows["2026"]) == ("2", "2", "2")


def with_plans(number: int) -> Person:
    """Let so many kommuner publish a plan; give the first one's signatory."""
    people = []
    for place in range(number):
        kommune = a_kommune(f"Kommune {place}", number=f"47{place:02d}")
        people.append(a_signatory(kommune, f"Person {place}"))
        a_plan(kommune, people[-1])
    return people[0]


@pytest.mark.parametrize("address", ["/samarbeid/planer", "/samarbeid/forslag", "/samarbeid/tall"])
def test_more_plans_ask_no_more(web: Web, near: Neighbours, address: str) -> None:
    a_plan(near.kommuner[0], near.people[0])
    a_plan(near.kommuner[1], near.people[1])
    web.log_in(near.people[0])
    web.open(address)
    with asked() as few:
        web.open(address)
    with_plans(6)
    db.session.remove()
    with asked() as many:
        web.open(address)
    assert many.number == few.number
