"""Somebody asks for a document of the journal, and an officer answers (offl. §§ 28 to 32)."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import update

from accounts import audit
from accounts.models import Person
from assessments.rights import require_unhindered
from criteria.disclosure import DisclosureRefusal, Ground, answer_due, why_not_answer
from figures.openness import notices, queries
from figures.openness.keys import hash_of, new_key
from figures.openness.models import DisclosureRequest, JournalLine
from foundation import clock
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError

KEPT_FOR = timedelta(days=365)
"""How long after the answer it is kept who asked: a complaint may come, and then the case is over."""


def ask_for_document(
    line: JournalLine, *, name: str, email: str, said: str, by: Person | None, at: datetime
) -> DisclosureRequest:
    """Ask for a document; nobody needs to sign in, or say who they are beyond an address to answer.

    Raises RuleBrokenError when the address has asked for the same document and waits for the answer.
    """
    with transaction():
        locked(line)
        if queries.waits_for(line.id, email.lower()):
            raise RuleBrokenError(DisclosureRefusal.ASKED_ALREADY)
        request = DisclosureRequest(
            line_id=line.id,
            name=name,
            email=email.lower(),
            said=said,
            asked_at=at,
            due_on=answer_due(clock.in_oslo(at).date()),
            answer="",
        )
        db.session.add(request)
        db.session.flush()  # the audit entry names it by id
        audit.record(
            "disclosure.asked", subject=request.subject, by=by, at=at, line=line.id,
            due_on=request.due_on.isoformat(),
        )  # fmt: skip
        notices.tell_received(request, at)
        notices.tell_officers(line.application, at)
    return request


def answer_request(
    request: DisclosureRequest,
    *,
    given: Collection[str],
    held: Collection[str],
    ground: Ground | None,
    answer: str,
    by: Person,
    at: datetime,
) -> str:
    """Hand out all, some or none of a document's parts, and give the secret end of the answer's address.

    `held` are the keys of all its parts, `given` of those that are handed out. Raises RuleBrokenError:
    answered already, a paragraph is missing, the document is confidential, the case is closed to the person.
    """
    with transaction():
        require_unhindered(by, request.line.application_id)
        if locked(request).answered_at is not None:
            raise RuleBrokenError(DisclosureRefusal.ANSWERED_ALREADY)
        parts = sorted(set(given) & set(held))
        kept_back = ground if len(parts) < len(held) or not parts else None
        mark = queries.living_mark(request.line_id)
        refusal = why_not_answer(
            given=len(parts), held=len(held), ground=kept_back, marked=mark.ground if mark else None
        )
        if refusal is not None:
            raise RuleBrokenError(refusal)
        key = new_key()
        request.given, request.ground = JsonValue(parts=parts), kept_back
        request.answer, request.key_hash = answer.strip(), hash_of(key)
        request.answered_at, request.answered_by_id = at, by.id
        audit.record(
            "disclosure.answered", subject=request.subject, by=by, at=at, line=request.line_id,
            given=len(parts), held=len(held), ground=kept_back.value if kept_back else None,
        )  # fmt: skip
        notices.tell_answered(request, key, at)
    return key


def forget_askers(*, by: Person | None, at: datetime) -> int:
    """Forget who asked, a year after the answer: what was asked for and answered stays."""
    with transaction():
        forgotten = db.session.scalars(
            update(DisclosureRequest)
            .where(DisclosureRequest.answered_at < at - KEPT_FOR, DisclosureRequest.email != "")
            .values(name="", email="", said="")
            .returning(DisclosureRequest.id)
            .execution_options(synchronize_session=False)
        ).all()
        if forgotten:
            audit.record(
                "disclosure.askers_forgotten", subject="public_journal", by=by, at=at,
                requests=len(forgotten),
            )  # fmt: skip
    return len(forgotten)
