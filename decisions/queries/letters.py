"""Reading letters. The office sees all; a recipient its own, and none before publication."""

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload

from accounts.models import Person
from applications import journal
from applications.queries.one import ACTS_FOR
from decisions.letterkinds import CASE_DOCUMENTS, LetterKind
from decisions.models import Decision, Letter
from foundation import outbox
from foundation.database import db
from foundation.errors import NotFoundError


def letters_of(person: Person) -> list[Letter]:
    """List the letters to a person's organisations, newest first, with case and organisation.

    Only what has been made and may be known outside. Needs the person's memberships.
    """
    return list(
        db.session.scalars(
            select(Letter)
            .outerjoin(Letter.decision)
            .where(_is_out(), _is_to(person))
            .options(joinedload(Letter.application), joinedload(Letter.organisation))
            .order_by(Letter.made_at.desc(), Letter.id.desc())
        )
    )


def letters_to(person: Person, application_id: int) -> list[Letter]:
    """List a case's letters to a person's organisations, oldest first, with the organisation."""
    return list(
        db.session.scalars(
            select(Letter)
            .outerjoin(Letter.decision)
            .where(_is_out(), _is_to(person), Letter.application_id == application_id)
            .options(joinedload(Letter.organisation))
            .order_by(Letter.id)
        )
    )


def letter_to(person: Person, letter_id: int) -> Letter:
    """Find a letter to one of a person's organisations, with case and recipient. Raises NotFoundError."""
    return _one(
        select(Letter)
        .outerjoin(Letter.decision)
        .where(_is_out(), _is_to(person), Letter.id == letter_id)
        .options(joinedload(Letter.application), joinedload(Letter.organisation))
    )


def letter(letter_id: int) -> Letter:
    """Find a letter that is made, published or not, with its case: for the office. Raises NotFoundError."""
    return _one(
        select(Letter)
        .where(Letter.id == letter_id, Letter.made_at.is_not(None))
        .options(joinedload(Letter.application))
    )


def receipt_of(application_id: int) -> Letter | None:
    """Give the receipt of an application when it is made, with case and recipient.

    Only for who may see the application: all who take part may keep its receipt.
    """
    return db.session.scalars(
        select(Letter)
        .where(Letter.application_id == application_id, Letter.kind == LetterKind.RECEIPT)
        .options(joinedload(Letter.application), joinedload(Letter.organisation))
    ).first()


def letters_in_case(application_id: int) -> list[Letter]:
    """List all living letters of a case for the office, oldest first, with recipients."""
    return list(
        db.session.scalars(
            select(Letter)
            .where(Letter.application_id == application_id, Letter.superseded_at.is_(None))
            .options(joinedload(Letter.organisation))
            .order_by(Letter.id)
        )
    )


def failed_documents(application_id: int) -> list[tuple[LetterKind, str]]:
    """List the documents of a case that could not be made and are no letters yet, each with why."""
    kinds = {job: kind for kind, job in CASE_DOCUMENTS.items()}
    found = outbox.failed(journal.subject(application_id), kinds)
    return [(kinds[one.kind], one.failure or "") for one in found]


def failed_letter(letter_id: int) -> Letter:
    """Find a letter about no decision that is not made, with its case. Raises NotFoundError."""
    return _one(
        select(Letter)
        .where(Letter.id == letter_id, Letter.made_at.is_(None), Letter.decision_id.is_(None))
        .options(joinedload(Letter.application))
    )


def unmade(decision_id: int, language: str) -> list[Letter]:
    """List the living letters of a decision in one form of Norwegian whose PDF is not made."""
    return list(
        db.session.scalars(
            select(Letter)
            .where(
                Letter.decision_id == decision_id,
                Letter.language == language,
                Letter.superseded_at.is_(None),
                Letter.made_at.is_(None),
            )
            .order_by(Letter.id)
        )
    )


def unmade_saying(letter_id: int) -> Letter | None:
    """Give a letter about no decision whose PDF is not made, with its organisation; None when it is."""
    return db.session.scalars(
        select(Letter)
        .where(Letter.id == letter_id, Letter.made_at.is_(None), Letter.superseded_at.is_(None))
        .options(joinedload(Letter.organisation))
    ).first()


def _is_out() -> ColumnElement[bool]:
    """Let a receipt or a request out when it is made, a decision's letter when that is published."""
    return and_(
        Letter.made_at.is_not(None),
        Letter.superseded_at.is_(None),
        or_(Letter.decision_id.is_(None), Decision.published_at.is_not(None)),
    )


def _is_to(person: Person) -> ColumnElement[bool]:
    return Letter.organisation_id.in_(person.organisations_as(*ACTS_FOR))


def _one(statement: Select[Letter]) -> Letter:
    found = db.session.scalars(statement).first()
    if found is None:
        raise NotFoundError
    return found
