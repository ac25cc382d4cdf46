"""Notices to kommuner that find each other: that something awaits, never what stands in it."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from accounts.queries import signatories_of
from applications.finding.models import Group, Member
from applications.finding.queries.groups import joined


def tell_invited(organisation_id: int, at: datetime) -> None:
    """Tell those who sign for a kommune that it is invited to a group. Inside the act that invites."""
    for person in signatories_of(organisation_id):
        with force_locale(person.locale):
            tell(
                person.email,
                Topic.PARTNERS,
                subject=_("Dere er invitert til en gruppe"),
                body=_(
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
        for person in signatories_of(other.organisation_id):
            with force_locale(person.locale):
                tell(
                    person.email,
                    Topic.PARTNERS,
                    subject=_("En kommune har svart på invitasjonen"),
                    body=_("Logg inn for å se hvem som er med i gruppen deres."),
                    at=at,
                )
