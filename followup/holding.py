"""Holding a case and its reports while an act decides: locked, and read anew inside the act."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person, Role
from applications.models import Application, Partner, PartnerRole
from applications.refusals import Refusal as ApplicantRefusal
from criteria.duties import FORMLESS, DutyKind
from criteria.steps import Step
from followup.models import Report
from followup.queries.reports import whole
from followup.refusals import Refusal
from foundation.database import db, locked
from foundation.errors import RuleBrokenError, StaleError


def hold_case(application_id: int) -> Application:
    """Hold a case until the act ends. Whatever acts on its reports holds it first."""
    return locked(db.session.get_one(Application, application_id))


def hold_report(report_id: int) -> Report:
    """Read a report of a held case and its rows anew; what is loaded beside them stays."""
    one = select(Report).where(Report.id == report_id)
    rows = (
        selectinload(Report.accounts),
        selectinload(Report.activities),
        selectinload(Report.benefits),
        selectinload(Report.answers),
        selectinload(Report.files),
    )
    db.session.scalars(one.options(*rows).execution_options(populate_existing=True)).one()
    return db.session.scalars(one.options(*whole(), joinedload(Report.application))).one()


def hold_draft(report: Report, by: Person, *, seen: int | None = None) -> Report:
    """Hold a report that the person may write in, as one who acts for its lead.

    `seen`: the version that the person had before the eyes. Raises RuleBrokenError, StaleError.
    """
    hold_case(report.application_id)
    held = hold_report(report.id)
    refuse_strangers(held.application_id, by, Role.EDITOR, Role.SIGNATORY)
    if held.submitted_at is not None:
        raise RuleBrokenError(Refusal.NOT_A_DRAFT)
    if seen is not None and held.version != seen:
        raise StaleError
    return held


def refuse_strangers(application_id: int, by: Person, *roles: Role) -> None:
    """Refuse who holds none of the roles for the lead. Raises RuleBrokenError."""
    lead = db.session.scalars(
        select(Partner.organisation_id).where(
            Partner.application_id == application_id, Partner.role == PartnerRole.LEAD
        )
    ).one()
    if lead not in by.organisations_as(*roles):
        signs = Role.EDITOR not in roles
        raise RuleBrokenError(
            ApplicantRefusal.NOT_LEADS_SIGNATORY if signs else ApplicantRefusal.NOT_LEADS_EDITOR
        )


def refuse_unless_owing(application: Application, kind: DutyKind) -> None:
    """Refuse what is about a duty that the case no longer has: what has no form outlives the case."""
    if kind in FORMLESS and application.step is Step.COMPLETED:
        return
    refuse_unless_accepted(application)


def refuse_unless_accepted(application: Application) -> None:
    """Refuse reports on a grant that is not accepted, or whose case is closed."""
    if application.step is not Step.ACCEPTED:
        raise RuleBrokenError(Refusal.GRANT_NOT_IN_FORCE)
