"""What the partners have said before is told where it is asked, and taken into tables with a button."""

import json
from dataclasses import replace

import pytest

from applications.factsheets.services import System
from applications.finding.contents import PlanTerms
from applications.finding.models import ServiceArea
from applications.finding.services.planning import publish_plan
from applications.models import Application
from foundation import clock
from tests.builders.applications import Collaboration, a_collaboration, a_filled_draft
from tests.builders.partners import FACTS, a_fact_sheet
from tests.pages.test_applications_questions import SYSTEMS, group, kept, name, read
from tests.web import Web

NETWORKS = 4
TAKE = "Ta dem med i tabellen og lagre"


@pytest.fixture
def together(web: Web) -> Collaboration:
    made = a_collaboration()
    web.log_in(made.signatory)
    return made


@pytest.fixture
def draft(together: Collaboration) -> Application:
    lead, other = together.lead, together.others[0]
    a_fact_sheet(lead, together.signatory)
    shared = replace(FACTS, systems=(System("GAMMELT SYSTEM", "Legevakt"),), networks="")
    a_fact_sheet(other, together.others_signatories[0], shared)
    return a_filled_draft(together)


def rows(together: Collaboration, draft: Application) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(kept(together, draft, "SYST-01") or "[]")
    return found


def test_systems_of_the_sheets_come_into_the_table_with_what_was_typed(
    web: Web, together: Collaboration, draft: Application
) -> None:
    lead, other = together.lead.name, together.others[0].name
    table, shared = name(draft, "SYST-01"), name(draft, "BEHOV-01")
    own = {
        f"{table}-0-kommune": lead.removesuffix(" kommune"), f"{table}-0-losning": "et annet",
        f"{table}-0-plan": "erstattes", shared: "Skrevet nå, og ikke mistet",
    }  # fmt: skip
    page = web.send(group(draft, SYSTEMS), press="Lagre", more=own)
    assert (
        "Faktaarkene til deltakerne har 2 løsninger som ikke står i tabellen: "
        f"Gammelt system ({lead}), GAMMELT SYSTEM ({other})." in read(page)
    )
    assert f"Faktaarkene har 2 ulike løsninger hos {lead}, {other}." in read(page)

    press = f"{TAKE} – Hvilke journalløsninger bruker kommunene i dag?"
    page = web.send(group(draft, SYSTEMS), press=press, more={shared: "Skrevet sist"})
    assert [(row["kommune"], row["losning"]) for row in rows(together, draft)] == [
        (lead.removesuffix(" kommune"), "et annet"), (lead, "Gammelt system"), (other, "GAMMELT SYSTEM"),
    ]  # fmt: skip
    assert rows(together, draft)[1]["tjeneste"] == "Pleie og omsorg"
    assert kept(together, draft, "BEHOV-01") == "Skrevet sist"
    assert "Faktaarkene til deltakerne har" not in read(page)


def test_enter_in_a_field_saves_and_takes_nothing_in(
    web: Web, together: Collaboration, draft: Application
) -> None:
    count, before = name(draft, "JOURNAL-01"), rows(together, draft)
    page = web.open(group(draft, SYSTEMS))
    assert TAKE in read(page)
    web.send(group(draft, SYSTEMS), press=None, more={count: "4"})
    assert rows(together, draft) == before
    assert kept(together, draft, "JOURNAL-01") == "4"


def test_networks_of_the_sheets_stand_beside_the_question(
    web: Web, together: Collaboration, draft: Application
) -> None:
    page = web.open(group(draft, NETWORKS))
    told = f"Faktaarkene til deltakerne nevner: Fjordnettverket ({together.lead.name})."
    assert told in read(page)


def test_kommuner_come_into_the_table_of_needs_with_what_they_have_planned(
    web: Web, together: Collaboration, draft: Application
) -> None:
    lead, other, names = together.lead, together.others[0], [one.name for one in together.others]
    plan = PlanTerms(
        services=frozenset({ServiceArea.HOME_CARE}),
        description="Felles journal\ni hjemmetjenesten",
    )
    publish_plan(
        other, draft.call.measure, plan, by=together.others_signatories[0], at=clock.now()
    )
    table = name(draft, "BEHOV-04")
    cells = {f"{table}-0-kommune": lead.name.upper(), f"{table}-0-behov": "Ett system"}
    here = group(draft, SYSTEMS)
    page = web.send(here, press="Lagre", more=cells)
    assert f"Disse har lagt ut en plan, og står ikke i tabellen: {names[0]}." in read(page)
    web.send(here, press=f"{TAKE} – Hva trenger hver kommune?")
    found = json.loads(kept(together, draft, "BEHOV-04") or "[]")
    assert [one["kommune"] for one in found] == [cells[f"{table}-0-kommune"], names[0]]
    assert found[1]["behov"] == "Felles journal i hjemmetjenesten"
