"""Reading what a report is held against: the decision in force, and what was reported spent."""

from collections import defaultdict

from sqlalchemy import func, select

from applications.models import Application
from criteria.budget import Source
from criteria.duties import DutyKind
from criteria.reporting import budgets
from decisions.queries import decision_in_force
from followup.models import AccountLine, Duty, Report
from followup.project import ByActivity, Project
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import NOTHING, Ore
from grants import rules
from grants.models import RuleKey


def project_of(application: Application) -> Project:
    """Give what the reports of a whole application are held against.

    Raises NotFoundError where nothing is granted.
    """
    decision = decision_in_force(application.id)
    if decision is None or not decision.years:
        raise NotFoundError
    granted = {one.year: one.amount for one in decision.years}
    asked = _asked(application)
    threshold = rules.number(application.call, RuleKey.AUDIT_THRESHOLD)
    return Project(
        application=application,
        asked=asked,
        granted=granted,
        budgets=budgets(granted, asked),
        spent=_spent(application.id),
        audit_required=threshold is not None and decision.amount >= threshold,
    )


def _asked(application: Application) -> dict[int, dict[int, Ore]]:
    """Add up what an application asks for, by year and then by activity."""
    asked: dict[int, dict[int, Ore]] = {}
    for line in application.budget_lines:
        if line.source is Source.GRANT:
            year = asked.setdefault(line.year, {})
            year[line.activity_id] = Ore(year.get(line.activity_id, NOTHING) + line.amount)
    return asked


def _spent(application_id: int) -> dict[int, ByActivity]:
    """Read the accounts of each year's newest annual report, when it is sent and not returned."""
    newest = (
        select(func.max(Report.id))
        .where(Report.application_id == application_id)
        .group_by(Report.duty_id)
    )
    rows = db.session.execute(
        select(Duty.year, AccountLine.activity_id, AccountLine.spent)
        .select_from(Report)
        .join(Report.duty)
        .outerjoin(AccountLine, AccountLine.report_id == Report.id)
        .where(
            Report.id.in_(newest),
            Duty.kind == DutyKind.ANNUAL,
            Report.submitted_at.is_not(None),
            Report.approved.is_not(False),
        )
        .order_by(Duty.year, AccountLine.activity_id)
    )
    found: defaultdict[int, dict[int, Ore]] = defaultdict(dict)
    for year, activity, spent in rows:
        found[year] |= {} if activity is None else {activity: spent}
    return dict(found)
