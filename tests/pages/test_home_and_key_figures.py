"""Where people begin, and the key figures: the same as independent SQL, to the øre."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.models import Role
from accounts.queries import person
from applications import services
from applications.contents import PartnerTerms
from applications.models import PartnerRole
from decisions.models import Decision
from figures.statistics import Grouping, call_rows, reach_by, reached, total
from figures.statistics.behind import Figure, cases_behind
from figures.statistics.goals import level_goals, population_goal
from figures.statistics.reach import places
from figures.statistics.startyears import start_years
from figures.statistics.waiting import waits_by_call
from foundation import clock
from foundation.database import db
from foundation.money import kroner
from grants import queries as grants
from tests.builders.accounts import a_person
from tests.builders.applications import (
    AUTHORITY,
    a_collaboration,
    a_filled_draft,
    a_submitted,
    participants,
)
from tests.builders.decisions import a_published_round
from tests.builders.figures import a_year
from tests.builders.supplements import EXTRA, an_extra_frame
from tests.databases import ON_BOTH
from tests.figuring import ASKED, GRANTED, booked_as, ore, typed
from tests.querycount import asked
from tests.web import Web

MOST_QUERIES = 6
MOST_QUERIES_OF_FIGURES = 17


def test_a_stranger_reads_what_is_offered_and_may_sign_in(app: Flask, web: Web) -> None:
    del app
    page = web.open("/")
    assert page.find("a", href="/logg-inn") is not None


@pytest.mark.parametrize("role", list(Role))
def test_everybody_begins_with_what_awaits_them_in_few_queries(
    app: Flask, web: Web, role: Role
) -> None:
    del app
    web.log_in(person(a_person(role, name="Nina Noen").id))
    with asked() as heard:
        page = web.open("/")
    assert page.h1 is not None
    assert "Nina Noen" in page.h1.get_text()
    assert heard.number <= MOST_QUERIES


def test_a_signatory_begins_with_the_parts_to_confirm(app: Flask, web: Web) -> None:
    del app
    together = a_collaboration()
    draft = a_filled_draft(together)

    def waits() -> bool:
        web.log_in(together.others_signatories[0])
        page = web.open("/")
        assert page.main is not None
        return any(
            "bekrefte deres del" in one.get_text() for one in page.main.select(".waiting li")
        )

    assert waits()
    own = participants(together.read(draft.id))[0]
    services.confirm_part(
        own, authority=AUTHORITY, by=together.others_signatories[0], at=clock.now()
    )
    assert not waits()
    own = participants(together.read(draft.id))[0]
    more = PartnerTerms(role=PartnerRole.PARTICIPANT, effort_hours=900)
    services.change_partner(own, more, by=together.signatory, at=clock.now())
    assert waits()
    with clock.frozen(clock.end_of_day(together.call.closes_on)):
        assert not waits()


def test_whoever_has_no_role_yet_has_a_profile_and_a_start_page(app: Flask, web: Web) -> None:
    del app
    web.log_in(person(a_person(name="Ny Person").id))
    assert "Ingen roller" in web.open("/min-profil").get_text()
    web.open("/")
    web.get("/soknader", status=403)


@ON_BOTH
def test_the_key_figures_are_those_of_the_cases_and_the_ledger(app: Flask) -> None:
    del app
    a_year()
    everything = total(call_rows())
    assert everything.asked == ore(typed(ASKED), year=None)
    assert everything.granted == ore(typed(GRANTED), year=None)
    assert everything.committed == booked_as(None, "commitment", "commitment_lapse")
    assert everything.paid == booked_as(None, "payment", "payment_return")
    assert everything.paid > 0


@ON_BOTH
@pytest.mark.parametrize("grouping", list(Grouping))
def test_the_groups_of_kommuner_add_up_to_all_of_them(app: Flask, grouping: Grouping) -> None:
    del app
    a_year()
    found = places(clock.today())
    everywhere, groups = reached(found), reach_by(grouping, found)
    assert sum(one.municipalities for one in groups) == everywhere.municipalities
    assert sum(one.reached for one in groups) == everywhere.reached > 0
    assert sum(one.inhabitants for one in groups) == everywhere.inhabitants
    assert sum(one.granted for one in groups) == everywhere.granted == ore(LED) > 0


def test_a_calls_frame_is_also_what_it_was_given_later(app: Flask) -> None:
    del app
    made = a_published_round((5, 4, 3), kroner(2_000_000))
    assert call_rows()[0].numbers.frame == kroner(2_000_000)
    an_extra_frame(made)
    row = call_rows()[0].numbers
    assert row.frame == kroner(2_000_000) + EXTRA
    assert row.unused >= 0


OUTSIDE = """SELECT coalesce(sum(p.inhabitants), 0) FROM municipality_version v
    JOIN population p ON p.organisation_id = v.organisation_id
    WHERE v.valid_to IS NULL AND v.health_region <> 'Midt-Norge' AND p.year = (SELECT max(q.year)
    FROM population q WHERE q.organisation_id = v.organisation_id AND q.year <= :year)"""
REACHED = """ AND v.organisation_id IN (SELECT t.organisation_id FROM partner t
    JOIN decision d ON d.application_id = t.application_id
    LEFT JOIN acceptance a ON a.decision_id = d.id
    WHERE t.role <> 'observer' AND t.declined_at IS NULL AND d.published_at IS NOT NULL
    AND d.outcome IN ('award', 'partial_award') AND (a.id IS NULL OR a.accepted))"""


LED = """SELECT sum(d.amount) FROM decision d JOIN partner t ON t.application_id = d.application_id
    AND t.role = 'lead' JOIN municipality_version v ON v.organisation_id = t.organisation_id
    AND v.valid_to IS NULL LEFT JOIN acceptance a ON a.decision_id = d.id
    WHERE d.published_at IS NOT NULL AND d.outcome IN ('award', 'partial_award')
    AND (a.id IS NULL OR a.accepted)"""


@ON_BOTH
def test_the_goals_are_held_against_the_register_and_the_decisions(app: Flask) -> None:
    del app
    a_year()
    found, year = places(clock.today()), clock.today().year
    goal = population_goal(found)
    assert (goal.reached, goal.of) == (ore(OUTSIDE + REACHED, year=year), ore(OUTSIDE, year=year))
    levels = level_goals(grants.scheme().levels, 2, found)
    assert [one.goal.percent for one in levels] == [50, 58, 63]
    assert [one.is_own for one in levels] == [False, True, False]
    assert {one.goal.reached for one in levels} == {reached(found).reached}


@ON_BOTH
def test_the_days_from_the_deadline_are_those_of_the_first_decisions(app: Flask) -> None:
    del app
    a_year()
    of_calls = waits_by_call()
    assert sum(one.waits.number for one in of_calls) == ore(
        "SELECT count(*) FROM decision WHERE number = 1 AND published_at IS NOT NULL"
    )
    call = grants.call(of_calls[0].call_id)
    published = db.session.scalars(
        select(func.min(Decision.published_at)).where(Decision.published_at.is_not(None))
    ).one()
    assert published is not None
    waited = (clock.in_oslo(published).date() - call.closes_on).days
    assert of_calls[0].waits.longest == of_calls[0].waits.middle == waited


BEGINS = """SELECT count(*) FROM application WHERE submitted_at IS NOT NULL
    AND start_on >= :first AND start_on <= :last"""
CARRIED = """SELECT sum(l.amount) FROM budget_line l JOIN application a ON a.id = l.application_id
    JOIN decision d ON d.application_id = a.id
    WHERE a.start_on >= :first AND a.start_on <= :last AND d.published_at IS NOT NULL AND d.number = 1
    AND d.outcome IN ('award', 'partial_award')"""
WITHIN = """SELECT count(DISTINCT p.organisation_id) FROM partner p JOIN organisation o
    ON o.id = p.organisation_id JOIN decision d ON d.application_id = p.application_id
    JOIN application a ON a.id = p.application_id
    WHERE a.start_on >= :first AND a.start_on <= :last AND p.role <> 'observer'
    AND p.declined_at IS NULL AND o.kind = 'municipality' AND d.published_at IS NOT NULL
    AND d.number = 1 AND d.outcome IN ('award', 'partial_award')"""


@ON_BOTH
def test_the_years_that_projects_begin_in_are_those_of_the_applications(app: Flask) -> None:
    del app
    a_year()
    years = start_years()
    assert [one.year for one in years] == sorted({one.year for one in years if one.year})
    for one in years:
        span = {"first": f"{one.year}-01-01", "last": f"{one.year}-12-31"}
        assert one.applications == ore(BEGINS, **span) > 0
        assert one.costs == ore(CARRIED, **span)
        assert one.municipalities == ore(WITHIN, **span)
        for figure, cases, amount in (
            (Figure.APPLICATIONS, one.applications, one.asked),
            (Figure.AWARDED, one.awarded, None),
        ):
            page = cases_behind(figure, None, begins=one.year, after=None)
            assert page.cases == cases
            assert amount in (None, page.asked)
    everything = total(call_rows())
    assert sum(one.granted for one in years) == everything.granted > 0
    assert sum(one.asked for one in years) == everything.asked
    awarded = [one for one in years if one.awarded]
    assert all(one.covered and 0 < one.covered < 1 for one in awarded)
    assert all(
        one.own_each == round((one.costs - one.granted) / one.municipalities) for one in awarded
    )
    assert {(one.year, one.rates) for one in awarded} == {(2026, (90, 90))}  # as the call says


def test_a_year_without_grants_says_nothing_of_what_they_cover(app: Flask) -> None:
    del app
    a_submitted()
    (year,) = start_years()
    assert (year.applications, year.awarded, year.covered, year.own_each) == (1, 0, None, None)
    assert year.rates is None


def test_a_figure_of_kommuner_opens_as_many_kommuner(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    web.log_in(year.controller)
    with asked() as heard:
        page = web.open("/statistikk?gruppe=type")
    assert heard.number <= MOST_QUERIES_OF_FIGURES
    numbers = [
        (link.get_text().split(" ")[0], str(link["href"]))
        for link in page.select("tbody a[href^='/statistikk/kommuner?gruppe']")
    ]
    assert len(numbers) > 2
    for said, address in numbers:
        rows = web.open(address).select("tbody tr")
        written = web.get(address.replace("kommuner?", "kommuner.csv?")).data.decode("utf-8-sig")
        shown = [row for row in rows if not row.select_one(".empty")]
        assert len(shown) == len(written.splitlines()) - 1 == int(said.split("\u00a0")[0])
    web.open("/statistikk/kommuner?gruppe=size&verdi=ukjent")


@ON_BOTH
def test_a_figure_of_the_calls_opens_the_cases_that_add_up_to_it(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    web.log_in(year.controller)
    page = web.open("/statistikk")
    links = [
        (link.get_text().split(" – ")[0], str(link["href"]))
        for link in page.select(
            "tbody a[href^='/statistikk/saker'], tfoot a[href^='/statistikk/saker']"
        )
    ]
    assert {address.split("tall=")[1].split("&")[0] for _said, address in links} == set(Figure)
    for said, address in links:
        behind = web.open(address)
        rows = [row for row in behind.select("tbody tr") if not row.select_one(".empty")]
        foot = behind.select_one("tfoot")
        assert foot is not None
        amounts = [one.get_text() for one in foot.select("td.number")]
        place = {"asked": 0, "granted": 1, "committed": 2, "paid": 3}
        code = address.split("tall=")[1].split("&")[0]
        assert said == (amounts[place[code]] if code in place else str(len(rows))), address
    first, second = cases_behind(Figure.APPLICATIONS, None, after=None).rows[:2]
    assert cases_behind(Figure.APPLICATIONS, None, after=first.application_id).rows[0] == second
    web.get("/statistikk/saker?tall=noe", status=404)


def test_the_inhabitants_outside_open_the_kommuner_they_live_in(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    goal = population_goal(places(clock.today()))
    web.log_in(year.controller)
    foot = web.open("/statistikk/kommuner?utenom=ja&nadd=ja").select_one("tfoot .number")
    assert foot is not None
    assert int("".join(one for one in foot.get_text() if one.isdigit())) == goal.reached


def test_the_page_shows_the_sums_and_only_to_those_who_may(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    web.get("/statistikk", status=302)
    web.log_in(year.controller)
    page = web.open("/statistikk?gruppe=size")
    assert "under 5 000 innbyggere" in page.get_text()
