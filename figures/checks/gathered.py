"""Checks of the groups that kommuner gather in: an applied group's lead is one of those who said yes."""

from collections.abc import Iterator

from sqlalchemy import or_, select

from applications.finding.models import Group, Member, Reply
from applications.models import Partner, PartnerRole
from applications.succession.models import Succession
from foundation.database import db


def wrong_groups() -> Iterator[str]:
    """Name each group whose application is led by a kommune that has not said yes to the group.

    Who carries the case on from one that said yes is as good.
    """
    carried_on = (
        select(Succession.former_id)
        .where(Succession.application_id == Partner.application_id)
        .correlate(Partner)
    )
    said_yes = (
        select(Member.id)
        .where(
            Member.group_id == Group.id,
            or_(
                Member.organisation_id == Partner.organisation_id,
                Member.organisation_id.in_(carried_on),
            ),
            Member.reply == Reply.YES,
        )
        .exists()
    )
    wrong = db.session.scalars(
        select(Group.id)
        .join(Partner, Partner.application_id == Group.application_id)
        .where(Partner.role == PartnerRole.LEAD, ~said_yes)
        .order_by(Group.id)
    )
    for group in wrong:
        yield f"group {group} has an application led by a kommune that is not in it"
