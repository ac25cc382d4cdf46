"""Holding a group while an act decides: locked, and read anew inside the act."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.attributes import set_committed_value

from accounts.models import Person
from applications.finding.models import Group, Member, Reply
from applications.finding.refusals import FindingRefusal
from applications.queries.one import ACTS_FOR
from foundation.database import db, locked
from foundation.errors import RuleBrokenError


def hold(group: Group) -> None:
    """Lock a group until the act ends and read its members anew. Refuse one that has applied."""
    read_anew(group)
    if group.application_id is not None:
        raise RuleBrokenError(FindingRefusal.HAS_APPLIED)


def read_anew(group: Group) -> None:
    """Lock a group until the act ends, and read it and its members as they are now."""
    locked(group)
    found = db.session.scalars(
        select(Member)
        .where(Member.group_id == group.id)
        .options(joinedload(Member.organisation))
        .order_by(Member.id)
        .execution_options(populate_existing=True)
    ).all()
    set_committed_value(group, "members", list(found))


def refuse_outsider(group: Group, by: Person) -> None:
    """Refuse those whose kommune has not said yes. Raises RuleBrokenError."""
    inside = {one.organisation_id for one in group.members if one.reply is Reply.YES}
    if not inside & by.organisations_as(*ACTS_FOR):
        raise RuleBrokenError(FindingRefusal.NOT_IN_GROUP)


def subject_of(group: Group) -> str:
    """Name a group in the audit trail."""
    return f"group:{group.id}"
