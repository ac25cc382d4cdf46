"""The gate: nobody opens a case before having declared impartiality against everyone who takes part.

What lies behind the gate is loaded here and nowhere else on the case side: content, attachments,
marks. Before it, a person sees the cover: title, call and who takes part (fvl. 1967 §§ 6–8; 2025:
§§ 25–29). It is the query that is closed, so no page, search or download slips past it.
"""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from accounts.permissions import TAKES_PART, Permission, allows
from applications.models import Application, Partner
from applications.queries import any_application
from assessments.impartiality.parties import participants_of
from assessments.impartiality.standing import closed_among, hindrance_of
from criteria.impartiality import Hindrance
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from grants.models import Call

__all__ = [
    "ClosedCaseError",
    "closed_to",
    "cover",
    "hindrance_of",
    "opened",
    "participants_of",
    "pass_gate",
    "takes_part",
]


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


def closed_to(person: Person, applications: Collection[int]) -> dict[int, Hindrance]:
    """Give those of several cases that are closed to a person, each with why; for lists and exports.

    Who takes no part in the handling has none. Needs the person's memberships.
    """
    if not takes_part(person) or not applications:
        return {}
    found = closed_among([person.id], applications)
    return {application: hindrance for (_, application), hindrance in found.items()}


def takes_part(person: Person) -> bool:
    """Tell whether a person takes part in the handling of cases, and so must declare."""
    return any(allows(person, permission) for permission in TAKES_PART)
