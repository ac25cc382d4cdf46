"""The journal systems in use: what kommuner confirm, counted, with the kommuner behind each number."""

from dataclasses import replace
from datetime import timedelta

from flask import Flask

from accounts.models import Role
from accounts.queries import person
from applications.factsheets.queries import newest_sheet
from applications.factsheets.services import System, confirm_facts
from foundation import clock
from tests.builders.accounts import a_person
from tests.builders.applications import a_collaboration
from tests.builders.decisions import NOW
from tests.builders.partners import FACTS
from tests.querycount import asked
from tests.web import Page, Web

PAGE = "/statistikk/systemer"


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def rows(page: Page, which: int) -> list[list[str]]:
    body = page.select("table")[which].select("tbody tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in one.select("th, td")] for one in body]


def test_systems_are_counted_and_open_their_kommuner(app: Flask, web: Web) -> None:
    del app
    together = a_collaboration()
    reader = a_person(Role.CASE_OFFICER, name="Sara Saksbehandler")
    places = [together.lead, *together.others]
    signatories = [together.signatory, *together.others_signatories]

    def tell(place: int, *systems: str) -> None:
        seen = newest_sheet(places[place].id)
        confirm_facts(
            places[place], replace(FACTS, systems=tuple(System(one, "Alt") for one in systems)),
            seen=seen.id if seen else None, by=person(signatories[place].id), at=clock.now(),
        )  # fmt: skip

    with clock.frozen(NOW):
        web.log_in(reader)
        assert "Ingen kommuner har bekreftet systemene sine ennå." in words(web.open(PAGE))
        tell(0, "Alfa", "Beta")
        with asked() as heard:
            page = web.open(PAGE)
        few = heard.number
        assert rows(page, 0) == [[str(NOW.year), "1", "2", "2,0", "0", "1 100 %"]]
        tell(1, "alfa")
        with asked() as heard:
            page = web.open(PAGE)
        assert heard.number == few
        assert rows(page, 1)[0] == ["Alfa", "2 – Alfa", "100 %"]
        page = web.open(f"{PAGE}?system=ALFA")
        assert "Kommuner som bruker Alfa" in words(page)
        assert together.lead.name in words(page)
        assert len(rows(page, 0)) == 2
        web.open(f"{PAGE}?system=Finnes+ikke", status=404)
    with clock.frozen(NOW + timedelta(days=366)):
        tell(0, "Alfa")
        web.log_in(reader)
        assert [one[:5] for one in rows(web.open(PAGE), 0)] == [
            [str(NOW.year), "2", "2", "1,5", "1"], [str(NOW.year + 1), "2", "1", "1,0", "2"],
        ]  # fmt: skip
