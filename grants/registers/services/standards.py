"""Acts on the register of standards: a code is registered once, and worded in versions."""

from datetime import datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import Person
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError, StaleError
from grants.registers.contents import StandardWords
from grants.registers.models import Standard, StandardVersion
from grants.registers.refusals import RegisterRefusal


def register_standard(code: str, words: StandardWords, *, by: Person, at: datetime) -> Standard:
    """Give a standard a code for good. Raises RuleBrokenError: the code is taken, words are missing."""
    with transaction():
        audit.hold_chain()  # two who take the same code come one by one
        if db.session.scalar(select(Standard.id).where(Standard.code == code)) is not None:
            raise RuleBrokenError(RegisterRefusal.CODE_TAKEN)
        made = Standard(code=code)
        db.session.add(made)
        db.session.flush()  # its version names it by its id
        _add_version(made, 1, words, by, at)
        audit.record("standard.registered", subject=f"standard:{made.id}", by=by, at=at, code=code)
    return made


def word_standard(
    standard: Standard, words: StandardWords, *, seen: int, by: Person, at: datetime
) -> None:
    """Write the next version of a standard; one with a last day ends it. What was said before stands.

    Raises RuleBrokenError when words are missing, StaleError when somebody wrote a version since `seen`.
    """
    with transaction():
        held = locked(standard)
        last = db.session.scalars(
            select(StandardVersion.number)
            .where(StandardVersion.standard_id == held.id)
            .order_by(StandardVersion.number.desc())
        ).first()
        if last != seen:
            raise StaleError
        _add_version(held, seen + 1, words, by, at)
        audit.record(
            "standard.worded", subject=f"standard:{held.id}", by=by, at=at, version=seen + 1,
            reason=words.reason,
        )  # fmt: skip


def _add_version(
    standard: Standard, number: int, words: StandardWords, by: Person, at: datetime
) -> None:
    if not (words.title.is_whole and words.reason.strip()):
        raise RuleBrokenError(RegisterRefusal.NOT_WHOLE)
    if words.valid_from and words.valid_to and words.valid_to < words.valid_from:
        raise RuleBrokenError(RegisterRefusal.ENDS_BEFORE)
    db.session.add(
        StandardVersion(
            standard_id=standard.id, number=number, title=words.title, kind=words.kind,
            source=words.source, level=words.level, link=words.link, valid_from=words.valid_from,
            valid_to=words.valid_to, reason=words.reason, made_at=at, made_by_id=by.id,
        )
    )  # fmt: skip
    db.session.expire(standard, ["versions"])
