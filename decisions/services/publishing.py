"""Publishing a round: all its signed decisions whose letters are made, in one act."""

from datetime import date, datetime

from accounts import audit
from accounts.models import Person, Role
from decisions import notices, queries
from decisions.content import fingerprint
from decisions.dispatch import put_letters
from decisions.holding import hold_call, hold_decisions
from decisions.models import Decision
from decisions.publication import publish_all
from decisions.queries.readiness import living, ready_on
from decisions.queries.releases import living_release
from decisions.refusals import Refusal
from decisions.releases import Release
from decisions.rights import require_role
from decisions.states import DecisionState, state_of
from foundation import clock, outbox
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.wording import format_day
from grants.models import Call


def publish_round(call: Call, *, by: Person, at: datetime) -> int:
    """Let the parties see every signed decision of a call whose letters are made; tell how many.

    What follows in other rooms is written in the same act: if one of them refuses, nothing is
    published. Raises RuleBrokenError: nothing is ready, letters bear another date than today's, a
    signed content has changed.
    """
    with transaction():
        return _publish_ready(call, whole=False, by=by, at=at)


def publish_as_set(release: Release, call: Call, *, by: Person, at: datetime) -> int | None:
    """Publish a whole round at its set time; tell how many, None when it was called off meanwhile.

    Raises RuleBrokenError as `publish_round` does, and when a single letter is not made.
    """
    with transaction():
        if locked(release).ended_at is not None:
            return None
        release.ended_at = at
        release.published = _publish_ready(call, whole=True, by=by, at=at)
        return release.published


def set_publication(call: Call, publish_at: datetime, *, by: Person, at: datetime) -> Release:
    """Set the time at which a whole round is published. Its letters must bear that day's date.

    Raises RuleBrokenError.
    """
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        hold_call(call.id)
        if publish_at <= at:
            raise RuleBrokenError(Refusal.PUBLISHED_IN_THE_PAST)
        if living_release(call.id) is not None:
            raise RuleBrokenError(Refusal.ALREADY_SET)
        waiting = _unpublished(call.id)
        if not waiting:
            raise RuleBrokenError(Refusal.NOTHING_TO_PUBLISH)
        _refuse_misdated(waiting, clock.in_oslo(publish_at).date())
        made = Release(call_id=call.id, publish_at=publish_at, set_at=at, set_by_id=by.id)
        db.session.add(made)
        db.session.flush()  # the job names it by its id
        outbox.put(
            "publish_as_set", subject=f"release:{made.id}", at=at, wait=publish_at - at,
            release=made.id,
        )  # fmt: skip
        audit.record(
            "round.publication_set", subject=f"call:{call.id}", by=by, at=at,
            publish_at=publish_at.isoformat(), number=len(waiting),
        )  # fmt: skip
    return made


def call_off_publication(call: Call, *, by: Person, at: datetime) -> None:
    """Take back a set time before it comes. Raises RuleBrokenError when there is none."""
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        hold_call(call.id)
        found = living_release(call.id)
        if found is None or locked(found).ended_at is not None:
            raise RuleBrokenError(Refusal.NOT_SET)
        found.ended_at = at
        audit.record("round.publication_called_off", subject=f"call:{call.id}", by=by, at=at)


def date_letters(call: Call, on: date, *, by: Person, at: datetime) -> int:
    """Let a round's unpublished letters bear another date; tell for how many decisions.

    The letters are made anew and supersede those that have left nobody. The deadline for the answer
    is counted from the date, which is the day of publication. Raises RuleBrokenError.
    """
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        if on < clock.in_oslo(at).date():
            raise RuleBrokenError(Refusal.DATED_IN_THE_PAST)
        hold_call(call.id)
        misdated = [
            one
            for one in _unpublished(call.id)
            if any(letter.dated != on for letter in living(one))
        ]
        if not misdated:
            raise RuleBrokenError(Refusal.NOTHING_TO_DATE)
        for decision in misdated:
            for letter in living(decision):
                letter.superseded_at = at
        put_letters(misdated, on, at)
        audit.record(
            "round.letters_dated", subject=f"call:{call.id}", by=by, at=at,
            on=on.isoformat(), number=len(misdated),
        )  # fmt: skip
    return len(misdated)


def _unpublished(call_id: int) -> list[Decision]:
    """Read a call's signed decisions that nobody outside knows of, held."""
    found = [one for one in queries.round_now(call_id) if state_of(one) is DecisionState.SIGNED]
    hold_decisions(found)
    return [one for one in found if state_of(one) is DecisionState.SIGNED]  # the answer may be new


def _refuse_misdated(decisions: list[Decision], today: date) -> None:
    dates = sorted({letter.dated for one in decisions for letter in living(one)} - {today})
    if dates:
        raise RuleBrokenError(Refusal.LETTERS_DATED_ANOTHER_DAY, dated=format_day(dates[0]))


def _refuse_changed(decisions: list[Decision]) -> None:
    grounds = queries.grounds_of([one.application_id for one in decisions])
    for one in decisions:
        if fingerprint(one, grounds[one.application_id]) != one.content_hash:
            raise RuleBrokenError(Refusal.CONTENT_CHANGED, case=one.application.case_number)


def _publish_ready(call: Call, *, whole: bool, by: Person, at: datetime) -> int:
    """Publish what is signed and has its letters; refuse when the whole round is asked for and is not."""
    require_role(by, Role.DECISION_MAKER)
    hold_call(call.id)
    signed = _unpublished(call.id)
    today = clock.in_oslo(at).date()
    _refuse_misdated(signed, today)
    ready = ready_on(signed, today)
    if not ready:
        raise RuleBrokenError(Refusal.NOTHING_TO_PUBLISH)
    if whole and len(ready) < len(signed):
        raise RuleBrokenError(Refusal.LETTERS_MISSING)
    _refuse_changed(ready)
    publish_all(ready, by=by, at=at)
    notices.tell_published(ready, at)
    audit.record("round.published", subject=f"call:{call.id}", by=by, at=at, number=len(ready))
    return len(ready)
