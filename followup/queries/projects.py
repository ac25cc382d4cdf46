"""Reading what a report is held against: the decision in force, and what was reported spent."""

from collections.abc import Collection

from sqlalchemy import func, select

from applications.models import Application
from criteria.auditing import AuditPer
from criteria.duties import DutyKind
from decisions.queries import decision_in_force
from followup.asking.queries import asked_by
from followup.benefits.meeting import lacking_in, without_baseline
from followup.carryover.queries import years_carried_to
from followup.changing.plans import asked_in, granted_plan, plan_in_force
from followup.models import AccountLine, Duty, Report
from followup.project import ByActivity, Project
from followup.queries.beside import granted_beside
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import Ore
from grants import rules


def project_of(application: Application) -> Project:
    """Give what the reports of a whole application are held against.

    Raises NotFoundError where nothing is granted.
    """
    decision = decision_in_force(application.id)
    if decision is None or not decision.years:
        raise NotFoundError
    granted = {one.year: Ore(one.amount) for one in decision.years}
    plan = plan_in_force(application, granted)
    asks = asked_by(application.call_id)
    audit = rules.audit_terms(application.call)
    return Project(
        application=application,
        plan=plan,
        asked=asked_in(application),
        granted=granted,
        spent=spent_by_year(application.id),
        left=granted_plan(application, granted).participants - plan.participants,
        carried_to=years_carried_to(application.id),
        audit_terms=audit,
        beside=granted_beside(application) if audit.per is AuditPer.RECIPIENT else {},
        asks=asks,
        unmeasured=_unmeasured(application.id) if asks[DutyKind.BENEFITS] else {},
        without_baseline=tuple(dict.fromkeys(one.benefit for one in without_baseline(application))),
    )


def _unmeasured(application_id: int) -> dict[int, tuple[str, ...]]:
    years = db.session.scalars(
        select(Duty.year).where(
            Duty.application_id == application_id, Duty.kind == DutyKind.BENEFITS
        )
    )
    return {
        year: tuple(dict.fromkeys(one.benefit for one in lacking_in(application_id, year) or ()))
        for year in years
    }


def spent_by_year(application_id: int) -> dict[int, ByActivity]:
    """Read the accounts of each year's newest annual report, when it is sent and not returned."""
    return spent_in((application_id,))[application_id]


def spent_in(cases: Collection[int]) -> dict[int, dict[int, ByActivity]]:
    """Read the accounts of cases as `spent_by_year`, by case and year. One query, however many."""
    newest = (
        select(func.max(Report.id))
        .where(Report.application_id.in_(cases))
        .group_by(Report.duty_id)
    )
    rows = db.session.execute(
        select(Duty.application_id, Duty.year, AccountLine.activity_id, AccountLine.spent)
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
    found: dict[int, dict[int, ByActivity]] = {case: {} for case in cases}
    for case, year, activity, spent in rows:
        of_year = {} if activity is None else {activity: spent}
        found[case][year] = {**found[case].get(year, {}), **of_year}
    return found
