"""Reading a round: its editions, the one that takes applications now, and what was announced of it.

A round is named by the id of its first edition. Dates, frame, criteria and the way the frame is shared
out are the same in all its editions, so that the first one stands for the round in every ranking.
"""

from sqlalchemy import BindParameter, Select, select
from sqlalchemy.orm import aliased

from foundation.database import db, locked
from grants import queries
from grants.models import Announcement, Call
from grants.queries import NEWEST

_One = aliased(Call)
_Other = aliased(Call)


def calls_in(call_id: int | BindParameter[int]) -> Select[int]:
    """Select the ids of all editions of the round that a call belongs to: its cases are theirs."""
    round_id = select(_One.round_id).where(_One.id == call_id).scalar_subquery()
    return select(_Other.id).where((_Other.id == round_id) | (_Other.first_id == round_id))


def first(call_id: int) -> Call:
    """Find the edition that stands for a call's round, whole. Raises NotFoundError."""
    return queries.whole(_published(call_id).where(Call.edition == 1))


def newest(call_id: int) -> Call:
    """Find the published edition of a call's round that applications begin under, whole.

    Raises NotFoundError before the round is published.
    """
    return queries.whole(_published(call_id).where(NEWEST))


def published_edition(call_id: int, number: int) -> Call:
    """Find a published edition of a call's round by its number, whole. Raises NotFoundError."""
    return queries.whole(_published(call_id).where(Call.edition == number))


def editions(round_id: int) -> list[Call]:
    """List the published editions of a round, the newest first, by themselves."""
    return list(db.session.scalars(_editions(round_id).where(Call.published_at.is_not(None))))


def draft_edition(round_id: int) -> Call | None:
    """Give the edition of a published round that is being worked on, by itself; there is at most one."""
    return db.session.scalars(
        _editions(round_id).where(Call.first_id.is_not(None), Call.published_at.is_(None))
    ).first()


def announcements(round_id: int) -> list[Announcement]:
    """List what was announced of a round, the newest first."""
    return list(
        db.session.scalars(
            select(Announcement)
            .where(Announcement.call_id == round_id)
            .order_by(Announcement.id.desc())
        )
    )


def hold(round_id: int) -> list[Call]:
    """Hold a round inside an act, and give all its editions as they are now, the newest first.

    The first edition is held before any other, so that acts on a round come one after another.
    """
    locked(db.session.get_one(Call, round_id))
    return [locked(one) for one in db.session.scalars(_editions(round_id))]


def is_withdrawn(call_id: int) -> bool:
    """Tell whether a call's round is withdrawn, and keep it as it is until the act ends.

    Several may keep a round at once; whoever changes it waits for them.
    """
    first_edition = select(Call.withdrawn_at).where(
        Call.id.in_(calls_in(call_id)), Call.edition == 1
    )
    return db.session.scalar(first_edition.with_for_update(read=True)) is not None


def is_newest(call_id: int) -> bool:
    """Tell whether no later edition of a call's round is published."""
    return db.session.scalar(select(Call.id).where(Call.id == call_id, NEWEST)) is not None


def _published(call_id: int) -> Select[Call]:
    return select(Call).where(Call.id.in_(calls_in(call_id)), Call.published_at.is_not(None))


def _editions(round_id: int) -> Select[Call]:
    return (
        select(Call)
        .where((Call.id == round_id) | (Call.first_id == round_id))
        .order_by(Call.edition.desc())
    )
