"""Where a grant is paid, as the lead sees it: the account now, what may change it, and the history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import Organisation, Person, Role
from applications.facts import lead_of
from applications.models import Application
from applications.queries import led_by
from criteria.accountchange import holds_from
from criteria.steps import Step
from decisions.accountchange import queries
from decisions.accountchange.models import AccountChange
from foundation import clock
from foundation.errors import NotFoundError
from grants import queries as grants


@dataclass(frozen=True, slots=True)
class AccountView:
    """The account of a case, the change that is open, and those before, for who acts for the lead."""

    application: Application
    lead: Organisation
    account: str
    changes: Sequence[AccountChange]
    days: int
    holds_from: date
    """The day from which a change that is confirmed today holds."""
    reader_id: int
    signs: bool

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
    """Read the account of a case for who acts for its lead; to others there is none. Raises NotFoundError."""
    application = led_by(person, application_id)
    lead, account = lead_of(application).organisation, queries.account_of(application_id)
    if account is None:
        raise NotFoundError
    days = queries.days_of(grants.call(application.call_id).scheme_id)
    return AccountView(
        application=application,
        lead=lead,
        account=account,
        changes=queries.changes_of(application_id),
        days=days,
        holds_from=holds_from(clock.today(), days),
        reader_id=person.id,
        signs=lead.id in person.organisations_as(Role.SIGNATORY),
    )
