"""What a proposal would be if something were otherwise, as the page tells it."""

from dataclasses import dataclass

import pytest
from flask import Flask

from accounts.models import Person, Role
from accounts.queries import person_by_email
from assessments import queries, services
from assessments.models import Proposal, ProposalRun
from assessments.queries import round_behind
from criteria.allocation import allocate
from criteria.impartiality import View
from criteria.whatif import DRAWS
from foundation import clock
from foundation.database import db
from foundation.money import kroner
from tests.acts.test_assessments_supplements import a_short_round, propose
from tests.builders.accounts import a_person, an_administrator
from tests.builders.assessments import (
    a_proposal,
    after_the_deadline,
    an_assessed_case,
    an_eligible_case,
    finish,
    mark_all,
    officers,
    scored,
)
from tests.builders.grants import a_call, terms
from tests.querycount import asked
from tests.scenes import scene
from tests.web import Page, Web


@dataclass
class Judged:
    """A proposal over three cases, of which the frame reaches two."""

    proposal: Proposal
    team: list[Person]
    numbers: list[int]


@scene
def a_judged_round() -> Judged:
    team = officers()
    call = a_call(an_administrator(), terms(code="snur-2026", frame=kroner(4_000_000)))
    numbers = [an_assessed_case(team, call, place, points).application.id
               for place, points in ((1, 5), (2, 4), (3, 3))]  # fmt: skip
    return Judged(a_proposal(call, team[0]), team, numbers)


def text_of(page: Page) -> str:
    return " ".join(page.get_text().replace("\u00a0", " ").split())


def rows_of(page: Page, caption: str) -> list[list[str]]:
    table = next(
        one for one in page.select("table") if caption in one.select("caption")[0].get_text()
    )
    return [
        [" ".join(cell.get_text().replace("\u00a0", " ").split()) for cell in row.select("th, td")]
        for row in table.select("tbody tr")
    ]


def at(judged: Judged, query: str = "") -> str:
    return f"/innstillinger/{judged.proposal.id}/hva-om{query}"


def test_the_round_behind_a_proposal_gives_the_proposal_again(app: Flask) -> None:
    assert app.blueprints
    judged = a_judged_round()
    found = queries.proposal(judged.proposal.id)
    now = round_behind(found)
    lines = allocate(now.ranking(), now.terms)
    assert [(one.application, one.score, one.amount, one.reason) for one in lines] == [
        (one.application_id, one.score, one.amount, one.reason) for one in found.lines
    ]


def test_the_page_says_at_first_that_all_is_as_it_is(web: Web) -> None:
    judged = a_judged_round()
    web.log_in(judged.team[0])
    page = web.open(at(judged))
    assert "Alt er som i innstillingen." in text_of(page)
    assert page.select("svg.chart") == []
    assert not page.find("button", string="Lag en innstilling med denne rammen")


def test_a_smaller_frame_turns_a_case_and_can_be_made_a_proposal(web: Web) -> None:
    judged = a_judged_round()
    with after_the_deadline():
        web.log_in(judged.team[0])
        page = web.open(at(judged, "?ramme=1+000+000"))
        turned = rows_of(page, "Sakene som snur")
        assert [row[2] for row in turned] == ["Faller ut", "Faller ut", "Får mindre"]
        assert "3 saker snur: 0 kommer inn, 2 faller ut, 0 får mer og 1 får mindre." in text_of(
            page
        )
        assert page.select("svg.chart title")[0].get_text().startswith("Beløp før og etter")
        made = web.send(at(judged, "?ramme=1+000+000"), press="Lag en innstilling med denne rammen")
    assert "Ramme 1 000 000 kr" in text_of(made)
    newest, _earlier = queries.proposals_of(judged.proposal.call_id)
    assert made.url == f"/innstillinger/{newest.id}"
    assert db.session.scalars(db.select(ProposalRun)).all() == []


def test_a_larger_frame_than_the_calls_is_shown_but_cannot_be_made(web: Web) -> None:
    judged = a_judged_round()
    web.log_in(judged.team[0])
    page = web.open(at(judged, "?ramme=90+000+000"))
    assert "rammen er høyere enn utlysningens" in text_of(page)
    assert not page.find("button", string="Lag en innstilling med denne rammen")
    assert "får ingen mindre av at rammen blir større" in text_of(page)


@pytest.mark.parametrize(
    ("method", "told"),
    [
        ("full_or_next", "En stor sak som det blir rom for, kan ta plassen"),
        ("full_or_nothing", "får ingen mindre av at rammen blir større"),
    ],
)
def test_the_page_says_whether_more_frame_can_leave_somebody_with_less(
    web: Web, method: str, told: str
) -> None:
    judged = a_judged_round()
    web.log_in(judged.team[0])
    page = web.open(at(judged, f"?metode={method}"))
    assert told in text_of(page)
    assert "Dette kan ikke gjøres til en innstilling. En innstilling følger vektene" in text_of(page)


def test_without_an_officer_the_others_marks_count(web: Web) -> None:
    team = officers()
    call = a_call(an_administrator())
    case = an_eligible_case(team, call, 1)
    for officer, points in zip(case.assessors, (5, 1), strict=True):
        mark_all(case.application, officer, points)
        finish(case.application, officer)
    other = an_assessed_case(team, call, 2, 4)
    judged = Judged(a_proposal(call, team[0]), team, [case.application.id, other.application.id])
    web.log_in(team[0])
    page = web.open(at(judged, f"?uten={case.assessors[1].id}&ramme=1+800+000"))
    (row,) = rows_of(page, "Sakene som snur")
    assert row[0] == other.again().case_number
    assert row[2:5] == ["Faller ut", "1", "2"]


def test_weights_that_are_no_whole_are_told_beside_them_and_stay(web: Web) -> None:
    judged = a_judged_round()
    web.log_in(judged.team[0])
    code = scored(queries.proposal(judged.proposal.id).lines[0].application)[0].code
    page = web.open(at(judged, f"?vekt_{code}=99"))
    assert "Vektene må være over 0 og bli 100 til sammen" in text_of(page)
    assert page.select(f"input[name=vekt_{code}]")[0]["value"] == "99"
    assert "Hva det gir" not in text_of(page)


def test_equal_shares_of_the_best_combination_make_no_sense(web: Web) -> None:
    judged = a_judged_round()
    web.log_in(judged.team[0])
    page = web.open(at(judged, "?metode=proportional&utvalg=optimum"))
    assert "Når alle får samme andel, er det ingen saker å velge mellom." in text_of(page)


def test_the_best_combination_is_found_at_once(web: Web) -> None:
    judged = a_judged_round()
    web.log_in(judged.team[0])
    page = web.open(at(judged, "?utvalg=optimum"))
    assert "Den beste fordelingen av en annen ramme kan være en helt annen." in text_of(page)


def test_who_is_hindered_from_one_case_sees_nothing_of_the_kind(web: Web) -> None:
    judged = a_judged_round()
    case = queries.proposal(judged.proposal.id).lines[0].application
    services.declare(
        case, View.PARTIAL, reason="Broren min leder det.", by=judged.team[2], at=clock.now()
    )
    web.log_in(judged.team[2])
    for page in ("hva-om", "robusthet"):
        shown = web.open(f"/innstillinger/{judged.proposal.id}/{page}")
        assert shown.url == f"/saker/{case.id}/habilitet"
        assert "1 sak i innstillingen er lukket for deg." in text_of(shown)


def test_an_auditor_may_look_but_not_make(web: Web) -> None:
    judged = a_judged_round()
    web.log_in(a_person(Role.AUDITOR, name="Rita Revisor"))
    page = web.open(at(judged, "?ramme=1+000+000"))
    assert "Gjør dette til en innstilling" not in text_of(page)


def test_how_firmly_it_stands_is_counted_case_by_case(web: Web) -> None:
    judged = a_judged_round()
    web.log_in(judged.team[0])
    page = web.open(f"/innstillinger/{judged.proposal.id}/robusthet")
    rows = rows_of(page, "Alle sakene")
    assert [row[0] for row in rows] == ["1", "2", "3"]
    # Each has the same mark on everything: no weight can change their order.
    assert {row[4] for row in rows} <= {f"{DRAWS} av {DRAWS} ganger", f"0 av {DRAWS} ganger"}
    assert "Ingen saker snur" in text_of(page)
    wrong = web.open(f"/innstillinger/{judged.proposal.id}/robusthet?avvik=50")
    assert "Skriv et tall fra 0 til 20." in text_of(wrong)


def test_the_page_asks_no_more_of_the_database_for_more_cases(web: Web) -> None:
    judged = a_judged_round()
    administrator = person_by_email("anne.administrator@example.org")
    assert administrator is not None
    small = a_call(administrator, terms(code="liten-2026"))
    an_assessed_case(judged.team, small, 9, 4)
    proposal = a_proposal(small, judged.team[0])
    web.log_in(judged.team[0])
    numbers = []
    for one in (judged.proposal, proposal):
        web.open(at(judged))
        with asked() as counted:
            web.open(f"/innstillinger/{one.id}/hva-om?ramme=1+000+000")
        numbers.append(counted.number)
    assert numbers[0] == numbers[1] <= 41


def test_a_proposal_that_shares_out_an_extra_frame_has_no_what_if(web: Web) -> None:
    by, call, _chosen = a_short_round()
    made = propose(call, by)
    web.log_in(by)
    for page in ("hva-om", "robusthet"):
        web.get(f"/innstillinger/{made.id}/{page}", status=404)
    shown = web.open(f"/innstillinger/{made.id}")
    assert not shown.find("a", href=f"/innstillinger/{made.id}/hva-om")
