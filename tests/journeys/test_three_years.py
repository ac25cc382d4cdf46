"""A project reports through three years and measures what came of it; a researcher takes the data away."""

from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from figures.checks import violations
from foundation import clock, outbox
from tests.journeys import benefiting, leaving, researching, threeyears, yearly_reports
from tests.journeys.browsing import Visits, at
from tests.journeys.threeyears import Project
from tests.journeys.yearly_reports import FIRST_TOLD, THEN_TOLD

WENT_WELL = "Alt gikk som planlagt."
AT_LAST = "Arbeidet er ferdig, og begge kommunene bruker rutinene."


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_three_years_of_reports_become_benefits_and_a_panel(
    app: Flask, live_server: str, browser: Browser, tmp_path: Path
) -> None:
    del app
    visits, project = Visits(browser, live_server), threeyears.begin()
    with at("2026-06-08"):
        project.pay_what_is_due()
        benefiting.choose(visits, project)
        benefiting.plan(visits, project)
    _first_year(visits, project)
    _a_partner_leaves(visits, project)
    _last_years(visits, project)
    with at("2030-01-15"):
        benefiting.measure_behind(visits, project, "2030-01-14")
    with at("2031-01-20"):
        benefiting.measure_again(visits, project, "2031-01-17")
        benefiting.others_see_their_own(visits, project)
    with at("2031-02-03"):
        benefiting.print_the_scheme(visits, project, "2031-02-03")
        researcher = researching.let_in(visits, project)
        key = researching.issue_a_key(visits, project)
        researching.is_shut_out(visits, key)
        researching.accept_the_terms(visits, researcher)
        researching.pull(visits, project, key)
        researching.make_the_panel(live_server, project, key, tmp_path)
        assert list(violations()) == []


def _first_year(visits: Visits, project: Project) -> None:
    """The first report comes back with a question, and is approved when it is answered."""
    report = "Årsrapport 2026"
    with at("2027-02-15"):
        yearly_reports.write_and_send(visits, project, 2026, told=FIRST_TOLD)
    with at("2027-02-22"):
        yearly_reports.ask(visits, project, report)
    with at("2027-03-01"):
        yearly_reports.answer(visits, project, report)
    with at("2027-03-08"):
        yearly_reports.approve(visits, project, report, told=THEN_TOLD, before=FIRST_TOLD)
        yearly_reports.both_versions_are_kept(visits, project, report)
        project.pay_what_is_due()


def _a_partner_leaves(visits: Visits, project: Project) -> None:
    """A kommune asks to get out, and is out when the office has said yes."""
    with at("2027-04-05"):
        leaving.ask_to_leave(visits, project)
    with at("2027-04-06"):
        leaving.finish_the_change(visits, project)
    with at("2027-04-12"):
        leaving.approve_the_change(visits, project)
        outbox.work_until_empty(clock.now())
        leaving.has_left(visits, project)


def _last_years(visits: Visits, project: Project) -> None:
    """The reports of the last years are approved, and then the final one: the case is done."""
    with at("2028-02-14"):
        yearly_reports.write_and_send(visits, project, 2027, told=WENT_WELL, percent=70)
    with at("2028-02-21"):
        yearly_reports.approve(visits, project, "Årsrapport 2027", told=WENT_WELL)
        project.pay_what_is_due()
    with at("2029-02-12"):
        yearly_reports.write_and_send(visits, project, 2028, told=WENT_WELL, percent=100)
        yearly_reports.write_and_send_the_last(visits, project, 2028, told=AT_LAST)
    with at("2029-02-19"):
        yearly_reports.approve(visits, project, "Årsrapport 2028", told=WENT_WELL)
        yearly_reports.approve(visits, project, "Sluttrapport 2028", told=AT_LAST)
        project.pay_what_is_due()
