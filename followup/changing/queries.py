"""Reading applications for a change. A draft is its lead's own, and of the participant that opened it."""

from collections.abc import Sequence

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Person
from applications.models import Application, Partner, PartnerRole
from applications.queries.one import ACTS_FOR
from criteria.duties import DutyKind
from decisions.models import DecisionYear
from followup.changing.models import ChangeConfirmation, ChangeRequest
from followup.models import Duty, Report
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import Ore


def whole() -> tuple[LoaderOption, ...]:
    """Load a change with its confirmations and those who sent and answered it."""
    return (
        joinedload(ChangeRequest.submitted_by),
        joinedload(ChangeRequest.decided_by),
        selectinload(ChangeRequest.confirmations).joinedload(ChangeConfirmation.person),
    )


def change_of(person: Person, change_id: int) -> ChangeRequest:
    """Find a change of a project that one of the person's organisations takes part in.

    Needs the person's memberships. Raises NotFoundError.
    """
    takes_part = exists().where(
        Partner.application_id == ChangeRequest.application_id,
        Partner.declined_at.is_(None),
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        or_(
            Partner.role == PartnerRole.LEAD,
            ChangeRequest.submitted_at.is_not(None),
            ChangeRequest.opened_by_partner_id == Partner.id,
        ),
    )
    return _one(select(ChangeRequest).where(ChangeRequest.id == change_id, takes_part))


def any_change(change_id: int) -> ChangeRequest:
    """Find a change that is sent, for the office. Raises NotFoundError."""
    return _one(
        select(ChangeRequest).where(
            ChangeRequest.id == change_id, ChangeRequest.submitted_at.is_not(None)
        )
    )


def changes_in(application_id: int, *, sent: bool = False) -> list[ChangeRequest]:
    """List the changes of a case, newest first; `sent`: only those that the office sees."""
    statement = (
        select(ChangeRequest)
        .where(ChangeRequest.application_id == application_id)
        .order_by(ChangeRequest.number.desc())
    )
    if sent:
        statement = statement.where(ChangeRequest.submitted_at.is_not(None))
    return list(db.session.scalars(statement))


def open_change(application_id: int) -> ChangeRequest | None:
    """Give the change of a case that is neither answered nor withdrawn; there is at most one."""
    return db.session.scalars(
        select(ChangeRequest).where(
            ChangeRequest.application_id == application_id,
            ChangeRequest.decided_at.is_(None),
            ChangeRequest.withdrawn_at.is_(None),
        )
    ).first()


def changes_to_decide() -> list[ChangeRequest]:
    """List the changes that await an answer, the oldest first, with their cases. One query."""
    return list(
        db.session.scalars(
            select(ChangeRequest)
            .where(
                ChangeRequest.submitted_at.is_not(None),
                ChangeRequest.decided_at.is_(None),
                ChangeRequest.withdrawn_at.is_(None),
            )
            .options(
                joinedload(ChangeRequest.application).joinedload(Application.call),
                joinedload(ChangeRequest.submitted_by),
            )
            .order_by(ChangeRequest.submitted_at, ChangeRequest.id)
        )
    )


def granted_by(decision_id: int) -> dict[int, Ore]:
    """Give what a decision grants, year by year."""
    rows = db.session.execute(
        select(DecisionYear.year, DecisionYear.amount)
        .where(DecisionYear.decision_id == decision_id)
        .order_by(DecisionYear.year)
    )
    return {year: Ore(amount) for year, amount in rows}


def settled_years(application_id: int) -> frozenset[int]:
    """Give the years of a case whose annual report is approved."""
    return frozenset(
        db.session.scalars(
            select(Duty.year)
            .join(Report, Report.duty_id == Duty.id)
            .where(
                Duty.application_id == application_id,
                Duty.kind == DutyKind.ANNUAL,
                Report.approved.is_(True),
            )
        )
    )


def newest_number(application_id: int) -> int:
    """Give the number of the newest change of a case; 0 when there is none."""
    numbers: Sequence[int] = db.session.scalars(
        select(ChangeRequest.number).where(ChangeRequest.application_id == application_id)
    ).all()
    return max(numbers, default=0)


def _one(statement: Select[ChangeRequest]) -> ChangeRequest:
    found = db.session.scalars(statement.options(*whole())).first()
    if found is None:
        raise NotFoundError
    return found
