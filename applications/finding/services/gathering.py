"""Acts on a group: form it, invite more kommuner, answer."""

from collections.abc import Sequence
from datetime import datetime

from accounts import audit
from accounts.models import Organisation, OrganisationKind, Person
from applications.finding import notices
from applications.finding.contents import OPEN_TO_KOMMUNER
from applications.finding.holding import hold, refuse_outsider, subject_of
from applications.finding.models import Group, Member, Reply
from applications.finding.refusals import FindingRefusal
from applications.queries.one import ACTS_FOR
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from grants.models import Measure


def form_group(
    own: Organisation,
    measure: Measure,
    invited: Sequence[Organisation],
    *,
    name: str,
    message: str,
    by: Person,
    at: datetime,
) -> Group:
    """Form a group around a measure and invite others to it. One's own kommune is in from the start.

    Raises RuleBrokenError for a nameless group, for an invitation to nobody or to others than kommuner,
    and for a measure that kommuner do not apply for.
    """
    with transaction():
        if own.id not in by.organisations_as(*ACTS_FOR):
            raise RuleBrokenError(FindingRefusal.NOT_OWN_KOMMUNE)
        if measure.code not in OPEN_TO_KOMMUNER:
            raise RuleBrokenError(FindingRefusal.MEASURE_NOT_FOR_KOMMUNER)
        if not name.strip():
            raise RuleBrokenError(FindingRefusal.NAME_MISSING)
        group = Group(
            measure_id=measure.id, name=name.strip(), message=message.strip(),
            formed_at=at, formed_by_id=by.id, members=[],
        )  # fmt: skip
        db.session.add(group)
        first = _take_in(group, own, by, at)
        first.reply, first.replied_at, first.replied_by_id = Reply.YES, at, by.id
        _invite(group, invited, by, at)
        db.session.flush()
        audit.record(
            "group.formed", subject=subject_of(group), by=by, at=at,
            organisation=own.id, measure=measure.id,
        )  # fmt: skip
    return group


def invite(
    group: Group, invited: Sequence[Organisation], *, by: Person, at: datetime
) -> None:
    """Invite more kommuner to a group that one's own kommune is in. Raises RuleBrokenError."""
    with transaction():
        hold(group)
        refuse_outsider(group, by)
        _invite(group, invited, by, at)
        audit.record(
            "group.invited", subject=subject_of(group), by=by, at=at, count=len(invited)
        )


def reply(
    group: Group, organisation_id: int, answer: Reply, *, by: Person, at: datetime
) -> None:
    """Answer for an invited kommune, or answer otherwise than before. A yes binds nobody yet.

    Raises RuleBrokenError for others than its own people and when the group has applied, NotFoundError
    for a kommune that is not invited.
    """
    with transaction():
        hold(group)
        own = next((one for one in group.members if one.organisation_id == organisation_id), None)
        if own is None:
            raise NotFoundError
        if organisation_id not in by.organisations_as(*ACTS_FOR):
            raise RuleBrokenError(FindingRefusal.NOT_OWN_KOMMUNE)
        if own.reply is not answer:
            own.reply, own.replied_at, own.replied_by_id = answer, at, by.id
            notices.tell_replied(group, own, at)
            audit.record(
                "group.replied", subject=subject_of(group), by=by, at=at,
                organisation=organisation_id, reply=answer.value,
            )  # fmt: skip


def _invite(group: Group, invited: Sequence[Organisation], by: Person, at: datetime) -> None:
    if not invited:
        raise RuleBrokenError(FindingRefusal.NOBODY_INVITED)
    there = {one.organisation_id for one in group.members}
    for organisation in invited:
        if organisation.kind is not OrganisationKind.MUNICIPALITY:
            raise RuleBrokenError(FindingRefusal.NOT_A_KOMMUNE)
        if organisation.id in there:
            raise RuleBrokenError(FindingRefusal.ALREADY_INVITED, name=organisation.name)
        there.add(organisation.id)
        _take_in(group, organisation, by, at)
        notices.tell_invited(organisation.id, at)


def _take_in(group: Group, organisation: Organisation, by: Person, at: datetime) -> Member:
    member = Member(
        organisation_id=organisation.id, organisation=organisation,
        invited_at=at, invited_by_id=by.id,
    )  # fmt: skip
    group.members.append(member)
    return member
