"""A grant of two years: each year's report releases its own money, and the papers tell of both."""

from datetime import date

from flask import Flask

from criteria.duties import DutyKind
from criteria.instalments import Trigger
from criteria.steps import Step
from followup import document, queries, services
from followup.filling import document_of
from followup.models import Report
from followup.queries.paper import report_paper
from foundation.money import NOTHING, Ore
from payments import queries as money
from tests.builders.applications import a_stored_pdf
from tests.builders.decisions import NOW
from tests.builders.followup import ROWS, a_sent_report, again, duty_of, project_of, whole_content
from tests.builders.payments import Grant, a_grant_of_two_years, forget, signatory_of


def waiting(grant: Grant) -> list[tuple[Trigger, int]]:
    return [(one.trigger, one.year) for one in grant.instalments() if one.due_at is None]


def sent_for(grant: Grant, year: int) -> Report:
    """Send the whole annual report of a year."""
    forget(*ROWS)
    signatory = signatory_of(grant.application)
    row = next(
        one
        for one in queries.duties_of(signatory, NOW.date())
        if (one.duty.kind, one.duty.year) == (DutyKind.ANNUAL, year)
    )
    made = services.begin_report(row.duty, by=signatory, at=NOW)
    report = again(signatory, made)
    services.save_report(report, whole_content(grant, report), by=signatory, at=NOW)
    services.enclose_audit(report, a_stored_pdf(), filename="revisor.pdf", by=signatory, at=NOW)
    services.submit_report(report, by=signatory, at=NOW)
    return again(signatory, report)


def approve(grant: Grant, report: Report) -> None:
    services.review_report(report, approved=True, text="", by=grant.round.drafter, at=NOW)


def test_each_years_money_waits_for_its_own_report(app: Flask) -> None:
    del app
    grant = a_grant_of_two_years()
    parts = grant.instalments()
    for year in grant.decision.years:
        assert sum(one.amount for one in parts if one.year == year.year) == year.amount
    assert {one.year for one in parts if one.due_at} == {2026, 2027}
    approve(grant, sent_for(grant, 2027))
    assert waiting(grant) == [
        (Trigger.REPORT_APPROVED, 2026),
        (Trigger.FINAL_REPORT_APPROVED, 2026),
        (Trigger.FINAL_REPORT_APPROVED, 2027),
    ]
    approve(grant, sent_for(grant, 2026))
    assert waiting(grant) == [
        (Trigger.FINAL_REPORT_APPROVED, 2026),
        (Trigger.FINAL_REPORT_APPROVED, 2027),
    ]
    approve(grant, a_sent_report(grant, DutyKind.FINAL))
    assert (waiting(grant), grant.step()) == ([], Step.COMPLETED)


def test_the_papers_tell_of_the_years_so_far_and_their_tables_agree(app: Flask) -> None:
    del app
    grant = a_grant_of_two_years()
    granted = {one.year: one.amount for one in grant.decision.years}
    first = document_of(report_paper(sent_for(grant, 2026)))
    assert [(one.year, one.granted, one.spent) for one in first.years] == [
        (2026, granted[2026], granted[2026]), (2027, granted[2027], NOTHING),
    ]  # fmt: skip
    assert (first.used, first.budget) == (first.spent, granted[2026])
    assert (first.period_from, first.period_to) == (date(2026, 1, 1), date(2026, 12, 31))

    second = document_of(report_paper(sent_for(grant, 2027)))
    assert (second.used, second.budget, second.left) == (
        second.spent, grant.decision.amount, NOTHING,
    )  # fmt: skip
    final = a_sent_report(grant, DutyKind.FINAL)
    last = document_of(report_paper(final))
    assert (last.period_from, last.period_to) == (date(2026, 1, 1), date(2027, 12, 31))
    assert [(one.year, one.spent) for one in last.years] == list(granted.items())
    assert last.spent == Ore(sum(one.spent for one in final.accounts)) == grant.decision.amount
    assert str(last.chart.svg).count("<rect") == 2 * 4 + 4
    assert "2027" in document.text(last)
    asked = {one.year: one.asked for one in last.years}
    assert sum(asked.values()) == grant.application.asked


def test_a_report_is_held_against_its_own_years_budget(app: Flask) -> None:
    del app
    grant = a_grant_of_two_years()
    project = project_of(grant)
    granted = {one.year: one.amount for one in grant.decision.years}
    assert {year: sum(by.values()) for year, by in project.budgets.items()} == granted
    assert granted[2026] > granted[2027]
    assert money.case_years(grant.application.id).keys() == granted.keys()
    assert (project.granted_until(2026), project.granted_until(2027)) == (
        granted[2026], grant.decision.amount,
    )  # fmt: skip
    report = sent_for(grant, 2026)
    approve(grant, report)
    project = project_of(grant)
    assert project.spent_before(2027) == granted[2026]
    assert project.unsent(duty_of(grant, DutyKind.FINAL)) == (2027,)
