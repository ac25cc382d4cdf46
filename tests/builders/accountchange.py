"""Changes of account in an accepted grant, made by the acts themselves."""

from datetime import datetime, timedelta

from accounts.models import Person, Role
from accounts.queries import person
from applications.facts import lead_of
from applications.models import Application
from applications.queries import any_application
from decisions.accountchange import queries, services
from decisions.accountchange.models import AccountChange
from tests.builders.accounts import a_person
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, signatory_of

ANOTHER_ACCOUNT = "12345678903"
LATER = NOW + timedelta(hours=1)


def a_colleague(application: Application, name: str = "Kolbjørn Kollega") -> Person:
    """Register somebody else who acts for the lead."""
    lead = lead_of(any_application(application.id)).organisation
    return person(a_person(Role.EDITOR, lead, name=name).id)


def ask(grant: Grant, account: str = ANOTHER_ACCOUNT, at: datetime = LATER) -> AccountChange:
    """Let the lead's signatory ask for another account."""
    application = any_application(grant.application.id)
    made = services.ask(application, account, by=signatory_of(application), at=at)
    return queries.change(made.id)


def confirmed(grant: Grant) -> AccountChange:
    """Let one ask and another confirm."""
    change = ask(grant)
    services.confirm(change, by=a_colleague(grant.application), at=LATER)
    return change
