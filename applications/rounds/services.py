"""Acts on a published round: extend its deadline, withdraw it, change it by a new edition."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from accounts import audit
from accounts.models import Organisation, Person
from applications import journal
from applications.models import Application, Partner
from applications.rounds import notices
from criteria.deadlines import closing_moment
from criteria.procedure import Act, transition_of
from criteria.steps import Step
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.language import Bilingual
from foundation.wording import format_day
from grants import queries, rounds
from grants.basis import basis_of
from grants.changes import difference, snapshot_of
from grants.models import Announcement, AnnouncementKind, Call
from grants.releasing import release
from grants.services import LIVING
from grants.states import state_of
from grants.words import CallRefusal

_UNTOUCHED = frozenset({Step.DRAFT, Step.SUBMITTED, Step.WITHDRAWN})
"""Where an application stands as long as the office has done nothing with it."""


def extend_deadline(
    call: Call, closes_on: date, *, reason: Bilingual, by: Person, at: datetime
) -> Announcement:
    """Give a published round a later deadline, never an earlier one; everybody is told why.

    A deadline that is past can be extended as long as the office has not begun on the applications.
    Raises RuleBrokenError(CallRefusal).
    """
    with transaction():
        first, editions = _hold_living(call)
        _refuse_without_reason(reason)
        if closes_on <= first.closes_on:
            raise RuleBrokenError(CallRefusal.NOT_LATER, closes_on=format_day(first.closes_on))
        if closes_on < clock.in_oslo(at).date():
            raise RuleBrokenError(CallRefusal.ALREADY_PAST)
        touched = _hold_cases(first.id)
        begun = any(one.step not in _UNTOUCHED for one in touched)
        if begun and at >= closing_moment(first.closes_on):
            raise RuleBrokenError(CallRefusal.HANDLING_BEGUN)
        announcement = _announcement(first, AnnouncementKind.EXTENDED, reason, by, at)
        announcement.closed_on, announcement.closes_on = first.closes_on, closes_on
        for one in editions:
            one.closes_on = closes_on
        audit.record(
            "call.extended", subject=f"call:{first.id}", by=by, at=at,
            closed_on=announcement.closed_on.isoformat(), closes_on=closes_on.isoformat(),
            reason=reason.nb,
        )  # fmt: skip
        _announce(announcement, touched, at)
    return announcement


def withdraw_call(call: Call, *, reason: Bilingual, by: Person, at: datetime) -> Announcement:
    """Withdraw a published round in which nothing has been decided; everybody is told why.

    Drafts can no longer be handed in, and cases end: each says so in its journal. Raises
    RuleBrokenError(CallRefusal).
    """
    with transaction():
        first, editions = _hold_living(call)
        _refuse_without_reason(reason)
        living = [one for one in _hold_cases(first.id) if one.step is not Step.WITHDRAWN]
        undecided = transition_of(Act.WITHDRAW_CALL).sources
        decided = next((one for one in living if one.step not in undecided), None)
        if decided is not None:
            raise RuleBrokenError(CallRefusal.DECIDED_ALREADY, case=decided.case_number)
        announcement = _announcement(first, AnnouncementKind.WITHDRAWN, reason, by, at)
        for one in editions:
            if one.published_at is not None:
                one.withdrawn_at, one.withdrawn_by_id = at, by.id
        audit.record(
            "call.withdrawn", subject=f"call:{first.id}", by=by, at=at,
            applications=len(living), reason=reason.nb,
        )  # fmt: skip
        _announce(announcement, living, at)
        for case in living:
            journal.move(case, Act.WITHDRAW_CALL, by=by, at=at)
    return announcement


def publish_edition(draft: Call, *, reason: Bilingual, by: Person, at: datetime) -> Announcement:
    """Publish a change of a published call: applications that begin from now on follow it.

    What was begun before keeps the edition it was begun under. What the round's applications have in
    common cannot differ. Raises StaleError, or RuleBrokenError with a CallRefusal or a Shortfall.
    """
    with transaction():
        seen = draft.version
        first, editions = _hold_living(draft)
        if draft not in editions or draft.version != seen or draft.published_at is not None:
            raise StaleError
        _refuse_without_reason(reason)
        if state_of(first, at) not in LIVING:
            raise RuleBrokenError(CallRefusal.ROUND_IS_OVER)
        before, after = rounds.newest(first.id), queries.call(draft.id)
        if basis_of(before) != basis_of(after):
            raise RuleBrokenError(CallRefusal.BELONGS_TO_ROUND)
        if all(one.is_empty for one in difference(snapshot_of(before), snapshot_of(after))):
            raise RuleBrokenError(CallRefusal.NOTHING_DIFFERS)
        release(after, by=by, at=at)
        announcement = _announcement(first, AnnouncementKind.CHANGED, reason, by, at)
        announcement.edition = after.edition
        living = [one for one in _hold_cases(first.id) if one.step is not Step.WITHDRAWN]
        audit.record(
            "call.edition_published", subject=f"call:{after.id}", by=by, at=at,
            code=after.code, edition=after.edition, applications=len(living), reason=reason.nb,
        )  # fmt: skip
        _announce(announcement, living, at)
    return announcement


def _hold_living(call: Call) -> tuple[Call, list[Call]]:
    """Hold a published round that is not withdrawn; give its first edition and all of them."""
    editions = rounds.hold(call.round_id)
    first = editions[-1]
    if first.published_at is None:
        raise RuleBrokenError(CallRefusal.NOT_PUBLISHED)
    if first.withdrawn_at is not None:
        raise RuleBrokenError(CallRefusal.WITHDRAWN)
    return first, editions


def _refuse_without_reason(reason: Bilingual) -> None:
    if not reason.is_whole:
        raise RuleBrokenError(CallRefusal.REASON_MISSING)


def _hold_cases(round_id: int) -> list[Application]:
    """Hold every application of a round, in their order, with what a notice to each needs."""
    return list(
        db.session.scalars(
            select(Application)
            .where(Application.call_id.in_(rounds.calls_in(round_id)))
            .options(
                joinedload(Application.call),
                selectinload(Application.partners)
                .joinedload(Partner.organisation)
                .selectinload(Organisation.versions),
            )
            .order_by(Application.id)
            .with_for_update(of=Application, key_share=True)
            .execution_options(populate_existing=True)
        )
    )


def _announcement(
    first: Call, kind: AnnouncementKind, reason: Bilingual, by: Person, at: datetime
) -> Announcement:
    return Announcement(
        call_id=first.id,
        kind=kind,
        at=at,
        by_id=by.id,
        reason=Bilingual(reason.nb.strip(), reason.nn.strip()),
    )


def _announce(announcement: Announcement, applications: list[Application], at: datetime) -> None:
    db.session.add(announcement)
    notices.tell_of(
        announcement, [one for one in applications if one.step is not Step.WITHDRAWN], at
    )
