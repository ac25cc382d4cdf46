"""The act that makes a group's application."""

from datetime import datetime

from accounts import audit
from accounts.models import Organisation, Person
from applications import beginning
from applications.finding.holding import read_anew, refuse_outsider, subject_of
from applications.finding.models import Group, Member
from applications.finding.queries.groups import joined
from applications.finding.refusals import FindingRefusal
from applications.models import Application, PartnerRole
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from grants.models import Call


def apply_together(
    group: Group, call: Call, lead: Organisation, *, title: str, by: Person, at: datetime
) -> Application:
    """Begin the group's application of an open call: the lead, and all who said yes as participants.

    A group applies once: a second time gives the application that it has. Raises RuleBrokenError as
    when an application is begun, for a call of another measure, for a lead that has not said yes, and
    while nobody else has.
    """
    with transaction():
        read_anew(group)
        refuse_outsider(group, by)
        if group.application_id is not None:
            return db.session.get_one(Application, group.application_id)
        others = _others(group, lead)
        if call.measure_id != group.measure_id:
            raise RuleBrokenError(FindingRefusal.OTHER_MEASURE)
        application, rules = beginning.begin(call.id, lead, title=title, by=by, at=at)
        application.collaboration_name = group.name
        for one in others:
            beginning.take_in(
                application, rules, one.organisation, PartnerRole.PARTICIPANT, by=by, at=at
            )
        group.application_id, group.applied_at = application.id, at
        audit.record(
            "group.applied", subject=subject_of(group), by=by, at=at, application=application.id
        )
    return application


def _others(group: Group, lead: Organisation) -> list[Member]:
    members = joined(group)
    if lead.id not in {one.organisation_id for one in members}:
        raise RuleBrokenError(FindingRefusal.NOT_IN_GROUP)
    others = [one for one in members if one.organisation_id != lead.id]
    if not others:
        raise RuleBrokenError(FindingRefusal.NOBODY_ELSE_JOINED)
    return others
