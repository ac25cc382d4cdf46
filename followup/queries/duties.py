"""Reading duties to report: for those who owe them, and in one case."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from applications.models import Application, Partner, PartnerRole
from applications.queries.one import ACTS_FOR
from criteria.duties import FORMLESS, DutyKind, has_form
from followup.asking.queries import asking_of_benefits
from followup.models import Duty, Report
from followup.states import DutyState, is_overdue, newest, standing
from foundation.database import db
from foundation.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty with its newest report and where it stands. `asks`: its call asks about the benefits."""

    duty: Duty
    report: Report | None
    state: DutyState
    overdue: bool
    may_write: bool
    asks: bool = False

    @property
    def formless(self) -> bool:
        """Tell whether the duty is met where it is done, without a report."""
        return not has_form(self.duty.kind, asks=self.asks)

    @classmethod
    def of(
        cls, duty: Duty, today: date, *, may_write: bool, asks: bool = False
    ) -> "DutyRow":
        """Read a row from a duty whose reports are loaded."""
        report = newest(duty.reports)
        state = standing(duty, report)
        return cls(duty, report, state, is_overdue(duty, state, today), may_write, asks)


def duties_of(person: Person, today: date) -> list[DutyRow]:
    """List the duties of projects that the person's organisations take part in, the first due first.

    With case, call and reports; only the lead's people may write. Four queries. Needs the person's
    memberships.
    """
    own = person.organisations_as(*ACTS_FOR)
    roles = db.session.execute(
        select(Partner.application_id, Partner.role)
        .where(Partner.organisation_id.in_(own), Partner.declined_at.is_(None))
        .where(Partner.application_id.in_(select(Duty.application_id)))
    ).all()
    led = {application for application, role in roles if role is PartnerRole.LEAD}
    duties = db.session.scalars(
        select(Duty)
        .where(Duty.application_id.in_({application for application, _role in roles}))
        .options(
            joinedload(Duty.application).joinedload(Application.call), selectinload(Duty.reports)
        )
        .order_by(Duty.due_on, Duty.application_id, Duty.kind, Duty.id)
    ).all()
    asking = asking_of_benefits({one.application.call_id for one in duties})
    return [
        DutyRow.of(
            one, today,
            may_write=one.application_id in led, asks=one.application.call_id in asking,
        )
        for one in duties
    ]  # fmt: skip


def duties_in_case(application_id: int, today: date) -> list[DutyRow]:
    """List the duties of a case with their reports, the first due first. Two queries."""
    duties = db.session.scalars(
        select(Duty)
        .where(Duty.application_id == application_id)
        .options(selectinload(Duty.reports))
        .order_by(Duty.due_on, Duty.kind, Duty.id)
    )
    return [DutyRow.of(one, today, may_write=False) for one in duties]


def duty_of(person: Person, duty_id: int) -> Duty:
    """Find a duty of a project that one of the person's organisations leads. Raises NotFoundError."""
    leads = exists().where(
        Partner.application_id == Duty.application_id,
        Partner.role == PartnerRole.LEAD,
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
    )
    found = db.session.scalars(select(Duty).where(Duty.id == duty_id, leads)).first()
    if found is None:
        raise NotFoundError
    return found


def formless_duty(duty_id: int) -> Duty:
    """Find a duty that has no report form and is not met, with its case, for the office.

    Raises NotFoundError.
    """
    found = db.session.scalars(
        select(Duty)
        .where(Duty.id == duty_id, Duty.kind.in_(FORMLESS), Duty.met_at.is_(None))
        .options(joinedload(Duty.application))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def still_owed(application_id: int) -> list[Duty]:
    """List the annual duties of a case that have no approved report yet, by year."""
    approved = exists().where(Report.duty_id == Duty.id, Report.approved.is_(True))
    return list(
        db.session.scalars(
            select(Duty)
            .where(Duty.application_id == application_id, Duty.kind == DutyKind.ANNUAL, ~approved)
            .order_by(Duty.year)
        )
    )


def duty_with_reports(duty_id: int) -> Duty:
    """Read a duty anew, with its reports and its case."""
    return db.session.scalars(
        select(Duty)
        .where(Duty.id == duty_id)
        .options(
            selectinload(Duty.reports),
            joinedload(Duty.application).joinedload(Application.call),
        )
        .execution_options(populate_existing=True)
    ).one()
