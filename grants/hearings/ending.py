"""What a hearing asks of the call's own acts: finished before publication, and never thrown away.

Used inside the acts that publish and discard; a draft that was never heard is not touched by it.
"""

from datetime import datetime

from criteria import deadlines
from foundation import words
from foundation.database import locked
from foundation.errors import RuleBrokenError
from foundation.wording import format_day
from grants.hearings import notices, queries
from grants.hearings.models import Hearing
from grants.hearings.words import HearingRefusal
from grants.models import Call


def unfinished(hearing: Hearing, at: datetime) -> RuleBrokenError | None:
    """Give what remains of a hearing before its call can be published, if anything."""
    if at < deadlines.closing_moment(hearing.closes_on):
        return RuleBrokenError(HearingRefusal.STILL_OPEN, closes_on=format_day(hearing.closes_on))
    without = sum(one.answer is None for one in queries.comments_on(hearing))
    if without:
        return RuleBrokenError(HearingRefusal.UNANSWERED, number=without)
    return RuleBrokenError(HearingRefusal.NOT_SUMMED_UP) if hearing.summary is None else None


def remaining(call: Call, at: datetime) -> str | None:
    """Say what remains of a draft's hearing before the draft can be published, if anything."""
    hearing = queries.hearing_of(call.id)
    remains = unfinished(hearing, at) if hearing is not None else None
    return None if remains is None else words.say(remains.reason, **remains.values)


def publish_answers(call: Call, *, at: datetime) -> None:
    """Let the answers be public with the call. Raises RuleBrokenError while something remains."""
    hearing = queries.hearing_of(call.id)
    if hearing is None:
        return
    remains = unfinished(locked(hearing), at)
    if remains is not None:
        raise remains
    notices.tell_who_spoke(hearing, at=at)


def refuse_to_discard(call: Call) -> None:
    """Refuse to throw away a draft that organisations were asked about."""
    if queries.hearing_of(call.id) is not None:
        raise RuleBrokenError(HearingRefusal.WAS_HEARD)
