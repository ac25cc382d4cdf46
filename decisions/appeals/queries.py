"""Reading complaints: a party's own, the office's list, and what hangs together with a decision."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from applications.models import Application, Partner
from applications.queries.one import ACTS_FOR
from decisions.appeals.models import (
    Complaint,
    ComplaintFile,
    ComplaintForwarding,
    ComplaintRuling,
    ReasonsRequest,
)
from decisions.models import Decision
from decisions.queries.rounds import round_parts
from foundation.database import db
from foundation.errors import NotFoundError


def complaint_of(person: Person, complaint_id: int) -> Complaint:
    """Find a complaint of one of a person's organisations, whole. Needs the memberships.

    What another party of the case complains of is its own affair. Raises NotFoundError.
    """
    return _one(
        whole().where(
            Complaint.id == complaint_id,
            Complaint.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        )
    )


def complaint(complaint_id: int) -> Complaint:
    """Find a complaint that was sent in, whole, for the office. Raises NotFoundError."""
    return _one(whole().where(Complaint.id == complaint_id, Complaint.submitted_at.is_not(None)))


def complaints_of(person: Person, application_id: int) -> list[Complaint]:
    """List a case's complaints by a person's organisations, oldest first, whole."""
    return list(
        db.session.scalars(
            whole()
            .where(
                Complaint.application_id == application_id,
                Complaint.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
            )
            .order_by(Complaint.id)
        ).unique()
    )


def complaints_in(application_id: int) -> list[Complaint]:
    """List the complaints that were sent in a case, oldest first, whole."""
    return list(
        db.session.scalars(
            whole()
            .where(
                Complaint.application_id == application_id, Complaint.submitted_at.is_not(None)
            )
            .order_by(Complaint.id)
        ).unique()
    )


def open_complaints() -> list[Complaint]:
    """List what was sent in and is not closed, the oldest first, whole. A fixed number of queries."""
    return list(db.session.scalars(_listed(is_open())).unique())


def closed_complaints(most: int) -> list[Complaint]:
    """List the complaints that were closed last, whole."""
    return list(
        db.session.scalars(
            whole()
            .where(Complaint.closed_at.is_not(None))
            .order_by(Complaint.closed_at.desc(), Complaint.id.desc())
            .limit(most)
        ).unique()
    )


def is_open() -> ColumnElement[bool]:
    """Say in a query that a complaint was sent in and is not closed: what it disputes waits."""
    return Complaint.submitted_at.is_not(None) & Complaint.closed_at.is_(None)


def disputed_among(applications: Collection[int]) -> frozenset[int]:
    """Give those cases in which a complaint is open."""
    return frozenset(
        db.session.scalars(
            select(Complaint.application_id).where(
                Complaint.application_id.in_(applications), is_open()
            )
        )
    )


def living_complaint(decision_id: int, organisation_id: int) -> Complaint | None:
    """Find the complaint that a party has of a decision, draft or sent; not one taken back."""
    return db.session.scalars(
        select(Complaint).where(
            Complaint.decision_id == decision_id,
            Complaint.organisation_id == organisation_id,
            Complaint.withdrawn_at.is_(None),
        )
    ).first()


def decision_complained_of(complaint: Complaint) -> Decision:
    """Read the decision of a complaint as its time is counted by: with its case and its letters."""
    return db.session.scalars(
        select(Decision).where(Decision.id == complaint.decision_id).options(*round_parts())
    ).one()


def file_of(complaint_id: int, file_id: int) -> ComplaintFile:
    """Find a document of a complaint that was found for its reader. Raises NotFoundError."""
    found = db.session.scalars(
        select(ComplaintFile).where(
            ComplaintFile.id == file_id,
            ComplaintFile.complaint_id == complaint_id,
            ComplaintFile.removed_at.is_(None),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def versions_of(decision: Decision) -> list[int]:
    """Give the ids of a decision and of the drafts since the last published one before it."""
    before = (
        select(func.coalesce(func.max(Decision.number), 0))
        .where(
            Decision.application_id == decision.application_id,
            Decision.number < decision.number,
            Decision.published_at.is_not(None),
        )
        .scalar_subquery()
    )
    return list(
        db.session.scalars(
            select(Decision.id).where(
                Decision.application_id == decision.application_id,
                Decision.number > before,
                Decision.number <= decision.number,
            )
        )
    )


def request_of(decision_id: int, organisation_id: int) -> ReasonsRequest | None:
    """Find a party's request for the reasons of a decision."""
    return db.session.scalars(
        select(ReasonsRequest).where(
            ReasonsRequest.decision_id == decision_id,
            ReasonsRequest.organisation_id == organisation_id,
        )
    ).first()


def reasons_request(request_id: int) -> ReasonsRequest:
    """Find a request for reasons with its decision, its case and the party. Raises NotFoundError."""
    found = db.session.scalars(
        select(ReasonsRequest)
        .where(ReasonsRequest.id == request_id)
        .options(
            joinedload(ReasonsRequest.decision)
            .joinedload(Decision.application)
            .joinedload(Application.call),
            joinedload(ReasonsRequest.organisation),
            joinedload(ReasonsRequest.asked_by),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def unanswered_requests() -> list[ReasonsRequest]:
    """List the requests for reasons that nobody has answered, the oldest first, with case and party."""
    return list(
        db.session.scalars(
            select(ReasonsRequest)
            .where(ReasonsRequest.answered_at.is_(None))
            .options(
                joinedload(ReasonsRequest.decision).joinedload(Decision.application),
                joinedload(ReasonsRequest.organisation),
            )
            .order_by(ReasonsRequest.asked_at, ReasonsRequest.id)
        )
    )


def whole() -> Select[Complaint]:
    """Select complaints with all that their pages show."""
    return select(Complaint).options(
        joinedload(Complaint.application)
        .selectinload(Application.partners)
        .joinedload(Partner.organisation),
        joinedload(Complaint.application).joinedload(Application.call),
        joinedload(Complaint.decision).options(
            joinedload(Decision.signed_by), selectinload(Decision.years)
        ),
        joinedload(Complaint.organisation),
        joinedload(Complaint.submitted_by),
        joinedload(Complaint.leave_by),
        selectinload(Complaint.files),
        selectinload(Complaint.rulings).options(
            joinedload(ComplaintRuling.prepared_by), joinedload(ComplaintRuling.confirmed_by)
        ),
        joinedload(Complaint.forwarding).joinedload(ComplaintForwarding.commented_by),
    )


def _listed(condition: ColumnElement[bool]) -> Select[Complaint]:
    return whole().where(condition).order_by(Complaint.submitted_at, Complaint.id)


def _one(statement: Select[Complaint]) -> Complaint:
    found = db.session.scalars(statement).unique().first()
    if found is None:
        raise NotFoundError
    return found
