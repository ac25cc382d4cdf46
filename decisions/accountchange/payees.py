"""Whose account a change is about: the lead's, or that of another successor of a lead that was split."""

from accounts.models import Person
from applications.facts import lead_of
from applications.models import Application
from applications.queries.one import ACTS_FOR
from applications.succession.queries import heirs_among
from decisions.accountchange.models import AccountChange


def payee_for(application: Application, person: Person) -> int:
    """Give whose account a person may change: the lead's, or that of another successor of the former lead."""
    lead = lead_of(application).organisation_id
    own = person.organisations_as(*ACTS_FOR)
    heirs = heirs_among([application.id]).get(application.id, ())
    return next((one for one in (lead, *heirs) if one in own), lead)


def payee_of(change: AccountChange) -> int:
    """Give whose account a change is about."""
    return change.organisation_id or lead_of(change.application).organisation_id
