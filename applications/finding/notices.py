"""Notices to kommuner that find each other: that something awaits, never what stands in it."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from accounts.queries import signatories_of
from applications.finding.models import Group, Member
from applications.finding.queries.groups import joined


def tell_invited(organisation_id: int, at: datetime) -> None:
    """Tell those who sign for a kommune that it is invited to a group. Inside the act that invites."""
    tell_persons(
        signatories_of(organisation_id),
        Topic.PARTNERS,
        subject=_l("Dere er invitert til en gruppe"),
        body=_l(
            "En annen kommune vil samarbeide med dere om en søknad om tilskudd. "
            "Logg inn for å se hvem som er med, og svar ja eller nei."
        ),
        at=at,
    )


def tell_replied(group: Group, member: Member, at: datetime) -> None:
    """Tell those who sign for the others in a group that a kommune has answered. Inside that act."""
    for other in joined(group):
        if other.organisation_id == member.organisation_id:
            continue
        tell_persons(
            signatories_of(other.organisation_id),
            Topic.PARTNERS,
            subject=_l("En kommune har svart på invitasjonen"),
            body=_l("Logg inn for å se hvem som er med i gruppen deres."),
            at=at,
        )
