"""The gate: nobody opens a case before having declared impartiality against everyone who takes part.

What lies behind the gate is loaded here and nowhere else on the case side: content, attachments,
marks. Before it, a person sees the cover: title, call and who takes part (fvl. 1967 §§ 6–8; 2025:
§§ 25–29). It is the query that is closed, so no page, search or download slips past it.
"""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Membership, Person
from accounts.permissions import Permission, allows
from applications.models import Application, Partner
from applications.queries import any_application
from assessments.queries.declarations import declared_view
from criteria.impartiality import Hindrance, may_handle
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from grants.models import Call

TAKES_PART = frozenset(
    {
        Permission.APPLICATION_ASSESS,
        Permission.APPLICATION_CONTROL,
        Permission.CASE_ASSIGN,
        Permission.DECISION_DRAFT,
        Permission.DECISION_SIGN,
        Permission.PAYMENT_ATTEST,
        Permission.PAYMENT_AUTHORISE,
        Permission.PROPOSAL_MAKE,
        Permission.REPORT_REVIEW,
    }
)
"""Whoever may do one of these takes part in the handling of cases, and must declare. An auditor, who
only looks on, need not."""


class ClosedCaseError(RuleBrokenError):
    """The case is closed to this person, who has not declared or may not handle it."""

    def __init__(self, hindrance: Hindrance, application_id: int) -> None:
        """Keep why, and for which case."""
        super().__init__(hindrance)
        self.hindrance = hindrance
        self.application_id = application_id


def cover(application_id: int) -> Application:
    """Find a case as it looks from outside: call with its regulation, and the participants by name.

    Raises NotFoundError. A draft is no case.
    """
    found = db.session.scalars(
        select(Application)
        .where(Application.id == application_id, Application.submitted_at.is_not(None))
        .options(
            joinedload(Application.call).joinedload(Call.regulation),
            selectinload(Application.partners).joinedload(Partner.organisation),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def opened(person: Person, application_id: int) -> Application:
    """Open a case: everything in it. Needs the person's memberships.

    Raises NotFoundError to who reads no cases, ClosedCaseError to who has not declared or may not.
    """
    if not allows(person, Permission.CASE_READ):
        raise NotFoundError
    pass_gate(person, application_id)
    found = any_application(application_id)
    if found.submitted_at is None:
        raise NotFoundError
    return found


def pass_gate(person: Person, application_id: int) -> None:
    """Raise ClosedCaseError unless a case is open to a person whose memberships are loaded."""
    if takes_part(person):
        hindrance = hindrance_of(person.id, application_id)
        if hindrance is not None:
            raise ClosedCaseError(hindrance, application_id)


def takes_part(person: Person) -> bool:
    """Tell whether a person takes part in the handling of cases, and so must declare."""
    return any(allows(person, permission) for permission in TAKES_PART)


def hindrance_of(person_id: int, application_id: int) -> Hindrance | None:
    """Tell what keeps a person from a case, or None: own organisations first, then what was declared."""
    return may_handle(
        declared_view(person_id, application_id),
        organisations_of(person_id),
        participants_of(application_id),
    )


def participants_of(application_id: int) -> frozenset[int]:
    """Give the organisations that take part in an application, observers too; not who declined."""
    return frozenset(db.session.scalars(_PARTICIPANTS, {"application": application_id}))


def organisations_of(person_id: int) -> frozenset[int]:
    """Give the organisations that a person belongs to now, in whatever role."""
    return frozenset(db.session.scalars(_BELONGS_TO, {"person": person_id}))


_PARTICIPANTS = select(Partner.organisation_id).where(
    Partner.application_id == bindparam("application"), Partner.declined_at.is_(None)
)
_BELONGS_TO = select(Membership.organisation_id).where(
    Membership.person_id == bindparam("person"), Membership.ended_at.is_(None)
)
