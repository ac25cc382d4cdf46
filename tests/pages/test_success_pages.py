"""Whom a proposal reaches: counted, with intervals, and never a part of a score."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import HealthRegion, LanguageForm, Role
from assessments import queries, services
from criteria.impartiality import View
from figures.success import By, Counting, Subject, grouped, subjects_of
from foundation import clock
from tests.builders.accounts import a_person
from tests.databases import ON_BOTH
from tests.pages.test_what_if_pages import a_judged_round, rows_of, text_of
from tests.querycount import asked
from tests.web import Web

subjects = st.builds(
    Subject,
    inhabitants=st.none() | st.integers(100, 90_000),
    centrality=st.none() | st.integers(1, 6),
    county=st.none() | st.sampled_from(["Oslo", "Vestland"]),
    health_region=st.none() | st.sampled_from(HealthRegion),
    language_form=st.none() | st.sampled_from(LanguageForm),
    funded=st.booleans(),
)


@given(st.lists(subjects), st.sampled_from(By))
def test_everybody_is_in_exactly_one_group(found: list[Subject], by: By) -> None:
    groups = grouped(by, found)
    assert sum(one.reached.of for one in groups) == len(found)
    assert sum(one.reached.count for one in groups) == sum(one.funded for one in found)
    assert len({one.value for one in groups}) == len(groups)
    assert grouped(by, found[::-1]) == groups


def test_groups_stand_in_their_own_order_and_those_without_one_last() -> None:
    found = [
        Subject(people, None, None, None, form, funded=True)
        for people, form in (
            (None, None), (50_000, LanguageForm.NEUTRAL), (900, LanguageForm.BOKMAL),
            (7_000, LanguageForm.NYNORSK),
        )
    ]  # fmt: skip
    assert [one.value for one in grouped(By.SIZE, found)] == [
        "under_5000", "to_20000", "above_20000", None,
    ]  # fmt: skip
    assert [one.value for one in grouped(By.LANGUAGE_FORM, found)] == [
        "bokmål", "nynorsk", "nøytral", None,
    ]  # fmt: skip


@ON_BOTH
@pytest.mark.usefixtures("app")
def test_an_application_is_its_leads_and_a_kommune_is_counted_once() -> None:
    proposal = queries.proposal(a_judged_round().proposal.id)
    with asked() as counted:
        applications = subjects_of(proposal, Counting.APPLICATIONS)
        kommuner = subjects_of(proposal, Counting.MUNICIPALITIES)
    assert counted.number == 2
    assert len(applications) == 3
    assert len(kommuner) == 9  # three places with three kommuner each
    assert sum(one.funded for one in applications) == sum(
        line.amount > 0 for line in proposal.lines
    )
    assert proposal.call.closes_on == date(2026, 4, 15)


def test_the_page_counts_and_says_what_it_is_not(web: Web) -> None:
    judged = a_judged_round()
    web.log_in(judged.team[0])
    proposal = web.open(f"/innstillinger/{judged.proposal.id}")
    assert proposal.find("a", href=f"/innstillinger/{judged.proposal.id}/hvem-som-far")
    page = web.open(f"/innstillinger/{judged.proposal.id}/hvem-som-far")
    assert "Tallene inngår ikke i poengene" in text_of(page)
    (row,) = rows_of(page, "Størrelse")
    assert row[1:] == ["3", "3", "For få", "–"]
    kommuner = web.open(f"/innstillinger/{judged.proposal.id}/hvem-som-far?tell=municipalities")
    (row,) = rows_of(kommuner, "Størrelse")
    assert row[1:] == ["9", "9", "100 %", "70 % til 100 %"]


def test_what_is_closed_to_the_reader_is_not_counted_and_told(web: Web) -> None:
    judged = a_judged_round()
    case = queries.proposal(judged.proposal.id).lines[0].application
    services.declare(
        case, View.PARTIAL, reason="Broren min leder det.", by=judged.team[0], at=clock.now()
    )
    web.log_in(judged.team[0])
    page = web.open(f"/innstillinger/{judged.proposal.id}/hvem-som-far")
    assert "1 sak er lukket for deg og er ikke med." in text_of(page)
    (row,) = rows_of(page, "Størrelse")
    assert row[1:3] == ["2", "2"]


def test_only_who_reads_proposals_sees_it(web: Web) -> None:
    judged = a_judged_round()
    web.log_in(a_person(Role.RESEARCHER, name="Frida Forsker"))
    web.open(f"/innstillinger/{judged.proposal.id}/hvem-som-far", status=403)
