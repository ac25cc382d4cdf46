"""Reading requests for documents: what waits, what was answered, and one's own by its secret address."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from figures.openness.models import DisclosureRequest, JournalLine
from foundation.database import db
from foundation.errors import NotFoundError

MOST_SHOWN = 200


def unanswered_requests() -> list[DisclosureRequest]:
    """List what waits for an answer, the first due first, with lines and cases. One query."""
    return list(
        db.session.scalars(
            _whole()
            .where(DisclosureRequest.answered_at.is_(None))
            .order_by(DisclosureRequest.due_on, DisclosureRequest.id)
            .limit(MOST_SHOWN)
        )
    )


def answered_lately() -> list[DisclosureRequest]:
    """List what was answered last, with lines, cases and who answered. One query."""
    return list(
        db.session.scalars(
            _whole()
            .where(DisclosureRequest.answered_at.is_not(None))
            .options(joinedload(DisclosureRequest.answered_by))
            .order_by(DisclosureRequest.answered_at.desc(), DisclosureRequest.id.desc())
            .limit(MOST_SHOWN // 4)
        )
    )


def unanswered() -> Select[Any]:
    """Ask for the requests that wait for an answer, for counting."""
    return select(DisclosureRequest.id).where(DisclosureRequest.answered_at.is_(None))


def request(request_id: int) -> DisclosureRequest:
    """Find a request for the office, with its line and case. Raises NotFoundError."""
    return _one(_whole().where(DisclosureRequest.id == request_id))


def by_key(key_hash: str) -> DisclosureRequest:
    """Find an answered request by the hash of its secret address. Raises NotFoundError."""
    return _one(_whole().where(DisclosureRequest.key_hash == key_hash))


def waits_for(line_id: int, email: str) -> bool:
    """Tell whether an address has asked for a document and waits for the answer."""
    number = db.session.scalar(
        select(func.count(DisclosureRequest.id)).where(
            DisclosureRequest.line_id == line_id,
            DisclosureRequest.email == email,
            DisclosureRequest.answered_at.is_(None),
        )
    )
    return bool(number)


def _whole() -> Select[DisclosureRequest]:
    return select(DisclosureRequest).options(
        joinedload(DisclosureRequest.line).joinedload(JournalLine.application),
        joinedload(DisclosureRequest.line).joinedload(JournalLine.organisation),
    )


def _one(statement: Select[DisclosureRequest]) -> DisclosureRequest:
    found = db.session.scalars(statement).first()
    if found is None:
        raise NotFoundError
    return found
