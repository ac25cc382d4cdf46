"""Reading groups: only those that one's own kommune is in or invited to."""

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Organisation, Person
from applications.finding.models import Group, Member, Reply
from applications.models import Partner
from applications.queries.one import ACTS_FOR
from foundation.database import db
from foundation.errors import NotFoundError


def group_of(person: Person, group_id: int) -> Group:
    """Find a group that one of the person's kommuner is in or invited to. Raises NotFoundError."""
    found = db.session.scalars(_groups(person).where(Group.id == group_id)).first()
    if found is None:
        raise NotFoundError
    return found


def groups_of(person: Person) -> list[Group]:
    """List the groups that the person's kommuner are in or invited to, the newest first."""
    return list(db.session.scalars(_groups(person).order_by(Group.id.desc())))


def invitations_of(person: Person) -> list[Member]:
    """List the invitations that the person's kommuner have not answered, the newest first."""
    return list(
        db.session.scalars(
            select(Member)
            .where(Member.id.in_(unanswered_invitations(person)))
            .options(
                joinedload(Member.organisation), joinedload(Member.group).joinedload(Group.measure)
            )
            .order_by(Member.id.desc())
        )
    )


def unanswered_invitations(person: Person) -> Select[int]:
    """Select the ids of the invitations that wait for an answer from the person's kommuner."""
    return (
        select(Member.id)
        .join(Member.group)
        .where(_own(person), Member.reply.is_(None), Group.application_id.is_(None))
    )


def joined(group: Group) -> list[Member]:
    """Give the members of a loaded group that have said yes, in the order they were asked."""
    return [one for one in group.members if one.reply is Reply.YES]


def is_partner(person: Person, application_id: int | None) -> bool:
    """Tell whether one of the person's organisations takes part in a group's application."""
    found = db.session.scalar(
        select(Partner.id)
        .where(
            Partner.application_id == application_id,
            Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        )
        .limit(1)
    )
    return found is not None


def _groups(person: Person) -> Select[Group]:
    return (
        select(Group)
        .where(Group.members.any(_own(person)))
        .options(
            joinedload(Group.measure),
            joinedload(Group.formed_by),
            selectinload(Group.members)
            .joinedload(Member.organisation)
            .selectinload(Organisation.versions),
            selectinload(Group.members).joinedload(Member.replied_by),
        )
    )


def _own(person: Person) -> ColumnElement[bool]:
    return Member.organisation_id.in_(person.organisations_as(*ACTS_FOR))
