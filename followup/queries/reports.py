"""Reading reports, whole. A draft is its lead's own; what a person may not see does not exist."""

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, tuple_
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Person
from applications.models import Partner, PartnerRole
from applications.queries.one import ACTS_FOR
from criteria.duties import DutyKind
from followup.models import Duty, Report, ReportedBenefit
from foundation.database import db
from foundation.errors import NotFoundError


def whole() -> tuple[LoaderOption, ...]:
    """Load a report with its duty, its rows and those who sent and reviewed it."""
    return (
        joinedload(Report.duty),
        joinedload(Report.submitted_by),
        joinedload(Report.reviewed_by),
        selectinload(Report.accounts),
        selectinload(Report.activities),
        selectinload(Report.benefits).joinedload(ReportedBenefit.benefit),
        selectinload(Report.answers),
        selectinload(Report.files),
    )


def report_of(person: Person, report_id: int) -> Report:
    """Find a report of a project that the person's organisations take part in.

    The lead's people see all, the other participants what is sent. Needs the person's memberships.
    Raises NotFoundError.
    """
    takes_part = exists().where(
        Partner.application_id == Report.application_id,
        Partner.declined_at.is_(None),
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        or_(Partner.role == PartnerRole.LEAD, Report.submitted_at.is_not(None)),
    )
    return _one(select(Report).where(Report.id == report_id, takes_part))


def any_report(report_id: int) -> Report:
    """Find a report that is sent, for the office. Raises NotFoundError."""
    return _one(
        select(Report).where(and_(Report.id == report_id, Report.submitted_at.is_not(None)))
    )


def report_by_id(report_id: int) -> Report:
    """Find a report for the work in the background. Raises NotFoundError."""
    return _one(select(Report).where(Report.id == report_id))


def newest_in_case(application_id: int) -> Report | None:
    """Give the report of a case that was sent last, whole, for the next one to begin from.

    What only tells of the benefits afterwards is nothing to begin from.
    """
    return db.session.scalars(
        select(Report)
        .join(Report.duty)
        .where(
            Report.application_id == application_id,
            Report.submitted_at.is_not(None),
            Duty.kind != DutyKind.BENEFITS,
        )
        .options(*whole())
        .order_by(Report.submitted_at.desc(), Report.id.desc())
    ).first()


def earlier_reports(report: Report) -> list[Report]:
    """List the reports of a case that were sent before another, newest first, with their rows.

    Before a draft stand all that are sent.
    """
    before: ColumnElement[bool] = Report.submitted_at.is_not(None)
    if report.submitted_at is not None:
        place = (report.submitted_at, report.id)
        before = tuple_(Report.submitted_at, Report.id) < place
    return list(
        db.session.scalars(
            select(Report)
            .where(
                Report.application_id == report.application_id,
                Report.id != report.id,
                before,
            )
            .options(*whole())
            .order_by(Report.submitted_at.desc(), Report.id.desc())
        )
    )


def returned_before(report: Report) -> Report | None:
    """Give the returned report that another answers, if there is one."""
    return db.session.scalars(
        select(Report).where(Report.duty_id == report.duty_id, Report.number == report.number - 1)
    ).first()


def is_newest(report: Report) -> bool:
    """Tell whether no later number answers a report."""
    later = select(Report.id).where(Report.duty_id == report.duty_id, Report.number > report.number)
    return db.session.scalars(later).first() is None


def _one(statement: Select[Report]) -> Report:
    found = db.session.scalars(statement.options(*whole())).first()
    if found is None:
        raise NotFoundError
    return found
