"""The pages of ranking and allocation as officers meet them."""

import json
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook

from accounts.models import Person
from assessments import queries, services, solving
from assessments.models import Proposal
from criteria.allocation.recomputing import Verdict, recompute
from criteria.impartiality import View
from foundation import outbox
from grants.models import Call
from tests.acts.test_assessments_optimum import a_round_that_bites
from tests.acts.test_assessments_supplements import a_short_round, propose
from tests.builders.assessments import AFTER_THE_DEADLINE, after_the_deadline, an_officer
from tests.web import Page, Web

ROOT = "/innstillinger"


@pytest.fixture
def short(app: Flask, web: Web) -> tuple[Person, Call, Proposal]:
    del app
    by, call, chosen = a_short_round()
    web.log_in(by)
    return by, call, queries.proposal(chosen.id)


def read(page: Page) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def test_both_ways_are_made_at_once_and_compared_in_words(app: Flask, web: Web) -> None:
    del app
    team, call = a_round_that_bites()
    with after_the_deadline():
        web.log_in(team[0])
        page = web.send(f"{ROOT}/utlysning/{call.id}", press="Lag innstilling", way="both")
        assert "Leter etter den beste fordelingen" in read(page)
        while outbox.work_once(AFTER_THE_DEADLINE, kind=solving.FIND):
            pass
        done = web.open(page.url)
        assert "Fordelingen er funnet" in read(done)
        link = done.find("a", string="Se listen og den beste ved siden av hverandre")
        assert link is not None
        compared = read(web.open(str(link["href"])))
    assert "Ingen saker får noe annet i den fordelingen som gir mest." in compared
    assert "Begge er laget av den samme rangeringen og den samme rammen." in compared
    assert "100,00 prosent" in compared
    only = read(web.open(f"{link['href']}&vis=ulike"))
    assert "Vis alle sakene" in only
    listed = queries.proposals_of(call.id)
    assert len(listed) == 2
    best = read(web.open(f"{ROOT}/{listed[0].id}"))
    assert "Den fordelingen som gir mest til sammen" in best
    assert "HiGHS" in best
    content = json.loads(web.get(f"{ROOT}/{listed[0].id}/grunnlag.json").text)
    assert recompute(content).verdict is Verdict.SAME


def test_floors_in_the_way_are_told(app: Flask, web: Web) -> None:
    del app
    team, call = a_round_that_bites(least_small=2)
    web.log_in(team[0])
    run = services.ask_for_optimum(call, by=team[0], at=AFTER_THE_DEADLINE)
    while outbox.work_once(AFTER_THE_DEADLINE, kind=solving.FIND):
        pass
    page = read(web.open(f"{ROOT}/leting/{run.id}"))
    assert "Utlysningens minstekrav kan ikke oppfylles samtidig" in page
    assert "Kommuner med over 20 000 innbyggere 2 0 0" in page


def test_a_line_shows_the_way_to_its_amount_and_its_neighbours(
    web: Web, short: tuple[Person, Call, Proposal]
) -> None:
    _by, _call, chosen = short
    second = chosen.lines[1]
    listed = web.open(f"{ROOT}/{chosen.id}")
    assert "Det som var igjen av rammen: 1 240 000 kr mindre." in read(listed)
    assert "beholder det de har, og noen får mer" not in read(listed)
    page = read(web.open(f"{ROOT}/{chosen.id}/sak/{second.application_id}"))
    for words in (
        "Plass 2 av 3",
        "Satsen for startåret (90 %)",
        "Det som var igjen av rammen",
        "Står like over. Poengene skiller dem.",
        "Står like under. Poengene skiller dem.",
    ):
        assert words in page
    web.get(f"{ROOT}/{chosen.id}/sak/999", status=404)


def test_a_proposal_is_handed_out_as_a_spreadsheet_that_adds_up(
    web: Web, short: tuple[Person, Call, Proposal]
) -> None:
    _by, _call, chosen = short
    granted_in_all = sum(line.amount for line in chosen.lines)
    answer = web.get(f"{ROOT}/{chosen.id}/innstilling.xlsx")
    sheet = load_workbook(BytesIO(answer.data)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    granted = rows[0].index("Innstilt (kr)")
    amounts = [row[granted] for row in rows[1:4]]
    assert sum(int(str(one)) for one in amounts) == rows[4][granted]
    assert rows[4][granted] == granted_in_all // 100


def test_an_extra_frame_is_one_act_away_and_seen_before_it_is_chosen(
    web: Web, short: tuple[Person, Call, Proposal]
) -> None:
    by, call, chosen = short
    first = chosen.lines[0].application_id
    here = f"{ROOT}/utlysning/{call.id}/reserveliste"
    page = web.open(here)
    assert "Ny" in read(page)
    assert "Økning" in read(page)
    with after_the_deadline():
        web.log_in(by)
        refused = web.send(here, press="Fordel tilleggsrammen", frame="9 000 000 000", basis="RNB")
        assert "kan ikke være høyere enn det posten har igjen" in read(refused)
        made = web.send(here, press="Fordel tilleggsrammen", frame="2 000 000", basis="RNB 2026")
        assert "1 nye og 1 økte" in read(made)
        assert "Ingen får mindre enn der." in read(made)
        assert "Satsen for startåret (90 %) 180 000 kr" in read(web.open(f"{made.url}/sak/{first}"))
        content = json.loads(web.get(f"{made.url}/grunnlag.json").text)
        assert recompute(content).verdict is Verdict.SAME
        decided = web.send(f"{made.url}/velg", press="Velg innstillingen", reason="Som i 2024.")
    assert "Valgt" in read(decided)
    assert queries.proposal(chosen.id).superseded_at is not None
    assert "Reserveliste" in read(web.open(f"{ROOT}/utlysning/{call.id}"))


def test_who_may_not_handle_a_case_sees_no_line_of_it(
    web: Web, short: tuple[Person, Call, Proposal]
) -> None:
    by, call, chosen = short
    made = propose(call, by)
    partial = an_officer("Inger Inhabil")
    case = queries.proposal(chosen.id).lines[0].application
    services.declare(case, View.PARTIAL, reason="Gift med prosjektlederen.", by=partial,
                     at=AFTER_THE_DEADLINE)  # fmt: skip
    web.log_in(partial)
    cover = web.open(f"{ROOT}/{chosen.id}/sak/{case.id}")
    assert cover.url == f"/saker/{case.id}/habilitet"
    page = read(web.open(f"{ROOT}/{made.id}"))
    assert "Saken er ikke åpen for deg." in page
    assert "Saken er ikke åpen for deg." in read(web.open(f"{ROOT}/utlysning/{call.id}/reserveliste"))
    answer = web.get(f"{ROOT}/{chosen.id}/innstilling.xlsx")
    sheet = load_workbook(BytesIO(answer.data)).active
    assert sheet is not None
    first = next(sheet.iter_rows(min_row=5, max_row=5, values_only=True))
    assert first[4] is None
    assert first[-1] == "Saken er ikke åpen for deg."
    assert first[-2] is None
