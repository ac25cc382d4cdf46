"""Reading one application. What a person may not see does not exist."""

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, select

from accounts.models import Person, Role
from applications.models import Application, Attachment, Deficiency, Partner, PartnerRole
from applications.queries.parts import own_parts, read_calls
from criteria.steps import Step
from foundation.database import db
from foundation.errors import NotFoundError
from grants.models import Call

ACTS_FOR = (Role.EDITOR, Role.SIGNATORY)
"""The roles in which a person acts for an organisation that applies."""


def application_of(person: Person, application_id: int) -> Application:
    """Find an application that one of the person's organisations takes part in, whole.

    Raises NotFoundError for any other, so that nobody learns that it exists.
    """
    takes_part = exists().where(
        Partner.application_id == Application.id,
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
    )
    return _one(select(Application).where(Application.id == application_id, takes_part))


def led_by(person: Person, application_id: int) -> Application:
    """Find an application that one of the person's organisations leads, whole. Raises NotFoundError."""
    return _one(_led_by(person, application_id))


def any_application(application_id: int) -> Application:
    """Find a case for the office, whole. A draft is its applicant's own: raises NotFoundError."""
    found = db.session.scalars(_CASE, {"id": application_id}).first()
    if found is None:
        raise NotFoundError
    read_calls([found.call_id])
    return found


# The office opens cases all day: the question is put together once.
_CASE = (
    select(Application)
    .where(Application.id == bindparam("id"), Application.submitted_at.is_not(None))
    .options(*own_parts())
)


def applications_by_id(ids: Iterable[int]) -> list[Application]:
    """List cases by their ids, whole, in the order of their case numbers."""
    found = list(
        db.session.scalars(
            select(Application)
            .where(Application.id.in_(list(ids)), Application.submitted_at.is_not(None))
            .options(*own_parts())
            .order_by(Application.submitted_at, Application.id)
        )
    )
    read_calls(application.call_id for application in found)
    return found


def ready_drafts() -> Iterator[Application]:
    """Give the drafts, whole, that were found ready under their call as it now is, one by one."""
    ids = db.session.scalars(
        select(Application.id)
        .join(Application.call)
        .where(
            Application.step == Step.DRAFT,
            Application.ready_fingerprint.is_not(None),
            Application.ready_call_version == Call.version,
        )
        .order_by(Application.id)
    ).all()
    for number in ids:
        yield _one(select(Application).where(Application.id == number))


def partner_of(application: Application, partner_id: int) -> Partner:
    """Find a partner of a loaded application. Raises NotFoundError."""
    found = next((one for one in application.partners if one.id == partner_id), None)
    if found is None:
        raise NotFoundError
    return found


def deficiency_of(application: Application, deficiency_id: int) -> Deficiency:
    """Find what was asked for in a loaded application. Raises NotFoundError."""
    found = next((one for one in application.deficiencies if one.id == deficiency_id), None)
    if found is None:
        raise NotFoundError
    return found


def open_deficiency(application: Application) -> Deficiency | None:
    """Give what is asked for and not answered yet; there is at most one."""
    return next((one for one in application.deficiencies if one.answered_at is None), None)


def attachment_of(person: Person, application_id: int, attachment_id: int) -> Attachment:
    """Find a document of an application that the person may see. Raises NotFoundError."""
    return _attachment(
        select(Attachment)
        .join(Partner, Partner.application_id == Attachment.application_id)
        .where(
            _is_attachment(application_id, attachment_id),
            Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        )
    )


def case_attachment(application_id: int, attachment_id: int) -> Attachment:
    """Find a document of a case, for the office. Raises NotFoundError."""
    return _attachment(
        select(Attachment)
        .join(Application, Application.id == Attachment.application_id)
        .where(
            _is_attachment(application_id, attachment_id), Application.submitted_at.is_not(None)
        )
    )


def _led_by(person: Person, application_id: int) -> Select[Application]:
    leads = exists().where(
        Partner.application_id == Application.id,
        Partner.role == PartnerRole.LEAD,
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
    )
    return select(Application).where(Application.id == application_id, leads)


def _is_attachment(application_id: int, attachment_id: int) -> ColumnElement[bool]:
    return and_(
        Attachment.id == attachment_id,
        Attachment.application_id == application_id,
        Attachment.removed_at.is_(None),
    )


def _attachment(statement: Select[Attachment]) -> Attachment:
    found = db.session.scalars(statement).first()
    if found is None:
        raise NotFoundError
    return found


def _one(statement: Select[Application]) -> Application:
    found = db.session.scalars(statement.options(*own_parts())).first()
    if found is None:
        raise NotFoundError
    read_calls([found.call_id])
    return found
