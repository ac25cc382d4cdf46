"""Where a grant is paid, as the lead sees it: the account now, what may change it, and the history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import Organisation, Person, Role
from applications.facts import lead_of
from applications.models import Application
from applications.queries import application_of
from applications.queries.one import ACTS_FOR
from criteria.accountchange import holds_from
from criteria.steps import Step
from decisions.accountchange import queries
from decisions.accountchange.models import AccountChange
from decisions.accountchange.payees import payee_for
from foundation import clock
from foundation.errors import NotFoundError
from grants import queries as grants


@dataclass(frozen=True, slots=True)
class AccountView:
    """The account of a case, the change that is open, and those before, for who acts for who is paid.

    `lead`: who is paid to the account: the lead, or another successor of a lead that was split; the changes
    are of its account. `account`: None where a successor has not given its own yet.
    """

    application: Application
    lead: Organisation
    account: str | None
    changes: Sequence[AccountChange]
    days: int
    holds_from: date
    """The day from which a change that is confirmed today holds."""
    reader_id: int
    signs: bool

    @property
    def leads(self) -> bool:
        """Tell whether it is the lead that is paid."""
        lead = lead_of(self.application).organisation_id
        return lead == self.lead.id

    @property
    def open(self) -> AccountChange | None:
        """The change that may still come to hold."""
        return next((one for one in self.changes if one.is_open), None)

    @property
    def may_ask(self) -> bool:
        """Tell whether the reader may ask for another account now."""
        accepted = self.application.step is Step.ACCEPTED
        return self.signs and self.open is None and accepted

    @property
    def may_confirm(self) -> bool:
        """Tell whether the reader may be the second person."""
        waiting = self.open
        return (
            waiting is not None
            and waiting.confirmed_at is None
            and waiting.asked_by_id != self.reader_id
        )


def account_view(person: Person, application_id: int) -> AccountView:
    """Read the account of a case for who acts for who is paid.

    To others there is none: raises NotFoundError.
    """
    application = application_of(person, application_id)
    payee = payee_for(application, person)
    if payee not in person.organisations_as(*ACTS_FOR):
        raise NotFoundError
    lead = next(one.organisation for one in application.partners if one.organisation_id == payee)
    account = queries.account_of(application_id, payee)
    if account is None and not queries.accounts_of([application_id]):
        raise NotFoundError
    days = queries.days_of(grants.call(application.call_id).scheme_id)
    return AccountView(
        application=application,
        lead=lead,
        account=account,
        changes=queries.changes_of(application_id, payee),
        days=days,
        holds_from=holds_from(clock.today(), days),
        reader_id=person.id,
        signs=lead.id in person.organisations_as(Role.SIGNATORY),
    )
