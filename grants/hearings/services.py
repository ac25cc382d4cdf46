"""Acts on hearings: opened by the office, spoken in by organisations, answered by the office."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import Person
from criteria import deadlines
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from foundation.wording import format_day
from grants import queries as grants
from grants.editing import hold_draft
from grants.hearings import notices, queries
from grants.hearings.models import (
    Hearing,
    HearingAnswer,
    HearingAnswered,
    HearingComment,
    HearingPoint,
    Outcome,
)
from grants.hearings.points import points_of
from grants.hearings.words import HearingRefusal
from grants.models import Call


@dataclass(frozen=True, slots=True)
class Said:
    """What an organisation says of a point, or of the whole draft."""

    organisation_id: int
    point: HearingPoint | None
    text: str


def open_hearing(
    call: Call, *, asked: Bilingual, closes_on: date, by: Person, at: datetime
) -> Hearing:
    """Open a draft for comment until a date, as it is now, and tell everybody who may apply.

    Raises RuleBrokenError(HearingRefusal), StaleError, and as `hold_draft` does.
    """
    with transaction():
        hold_draft(call)
        if call.first_id is not None:
            raise RuleBrokenError(HearingRefusal.IS_AN_EDITION)
        if queries.hearing_of(call.id) is not None:
            raise RuleBrokenError(HearingRefusal.ALREADY_HEARD)
        if at >= deadlines.opening_moment(closes_on):
            raise RuleBrokenError(HearingRefusal.CLOSES_TOO_SOON)
        _refuse_half(asked)
        whole = grants.call(call.id)
        if not whole.criteria:
            raise RuleBrokenError(HearingRefusal.NOTHING_TO_HEAR)
        hearing = Hearing(
            call=call, title=whole.title, asked=asked, opened_at=at, opened_by_id=by.id,
            closes_on=closes_on, points=points_of(whole),
        )  # fmt: skip
        db.session.add(hearing)
        db.session.flush()  # the audit names it by its id
        _note("hearing.opened", hearing, by, at, call=call.id, closes_on=closes_on.isoformat())
        notices.tell_who_may_apply(hearing, at=at)
    return hearing


def comment(hearing: Hearing, said: Said, *, by: Person, at: datetime) -> HearingComment:
    """Say something as an organisation, until the last second of the hearing.

    Raises RuleBrokenError for others than the organisation's people, and when the hearing is over.
    """
    with transaction():
        locked(hearing)
        _refuse_other(said.organisation_id, by)
        _refuse_closed(hearing, at)
        made = HearingComment(
            hearing_id=hearing.id,
            point_id=said.point.id if said.point else None,
            organisation_id=said.organisation_id,
            text=said.text,
            given_at=at,
            given_by_id=by.id,
        )
        db.session.add(made)
        db.session.flush()  # the audit names it by its id
        _note(
            "hearing.commented", hearing, by, at, comment=made.id, organisation=said.organisation_id
        )
    return made


def withdraw_comment(given: HearingComment, *, by: Person, at: datetime) -> None:
    """Take back what the organisation said, until the last second of the hearing. Raises RuleBrokenError."""
    with transaction():
        hearing = locked(queries.hearing(given.hearing_id))
        held = locked(given)
        _refuse_other(held.organisation_id, by)
        _refuse_closed(hearing, at)
        if held.withdrawn_at is not None:
            raise RuleBrokenError(HearingRefusal.ALREADY_WITHDRAWN)
        held.withdrawn_at, held.withdrawn_by_id = at, by.id
        _note("hearing.comment_withdrawn", hearing, by, at, comment=held.id)


def answer_comments(
    hearing: Hearing, comment_ids: Collection[int], outcome: Outcome, reason: Bilingual,
    *, by: Person, at: datetime,
) -> HearingAnswer:  # fmt: skip
    """Say what was done with some comments, and why; what was answered before is answered anew.

    Raises RuleBrokenError before the hearing is over, and once the call is published.
    """
    with transaction():
        _hold_for_the_office(hearing, at)
        _refuse_half(reason)
        living = {one.id for one in queries.comments_on(hearing)}
        chosen = sorted(living.intersection(comment_ids))
        if not chosen:
            raise RuleBrokenError(HearingRefusal.NOTHING_CHOSEN)
        answer = HearingAnswer(
            hearing_id=hearing.id, outcome=outcome, reason=reason, answered_at=at,
            answered_by_id=by.id,
        )  # fmt: skip
        db.session.add(answer)
        db.session.flush()  # what it is about names it by its id
        db.session.add_all(
            HearingAnswered(answer_id=answer.id, comment_id=number) for number in chosen
        )
        _note("hearing.answered", hearing, by, at, answer=answer.id, comments=len(chosen))
    return answer


def sum_up(hearing: Hearing, summary: Bilingual, *, by: Person, at: datetime) -> None:
    """Write the summary that is published with the call. Raises RuleBrokenError as `answer_comments` does."""
    with transaction():
        held = _hold_for_the_office(hearing, at)
        _refuse_half(summary)
        held.summary, held.summed_up_at, held.summed_up_by_id = summary, at, by.id
        _note("hearing.summed_up", hearing, by, at)


def _hold_for_the_office(hearing: Hearing, at: datetime) -> Hearing:
    if locked(hearing.call).published_at is not None:  # held before the hearing, as when publishing
        raise RuleBrokenError(HearingRefusal.ANSWERED_FOR_GOOD)
    held = locked(hearing)
    if at < deadlines.closing_moment(held.closes_on):
        raise RuleBrokenError(HearingRefusal.STILL_OPEN, closes_on=format_day(held.closes_on))
    return held


def _refuse_closed(hearing: Hearing, at: datetime) -> None:
    """Refuse what came too late, and what came in time but had to wait until the answers were public."""
    published = select(Call.id).where(
        Call.id == hearing.call_id, Call.published_at.is_not(None)
    )
    over = at >= deadlines.closing_moment(hearing.closes_on)
    if over or db.session.scalar(published) is not None:
        raise RuleBrokenError(HearingRefusal.CLOSED)


def _refuse_other(organisation_id: int, by: Person) -> None:
    if organisation_id not in by.organisations_as(*queries.SPEAKS_FOR):
        raise RuleBrokenError(HearingRefusal.NOT_OWN_ORGANISATION)


def _refuse_half(text: Bilingual) -> None:
    if not (text.nb.strip() and text.nn.strip()):
        raise RuleBrokenError(HearingRefusal.TEXT_MISSING)


def _note(act: str, hearing: Hearing, by: Person, at: datetime, **detail: str | int) -> None:
    audit.record(act, subject=f"hearing:{hearing.id}", by=by, at=at, **detail)
