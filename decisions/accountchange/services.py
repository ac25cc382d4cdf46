"""Acts on where a grant is paid: ask, confirm, take back, stop, and what happens when the day comes."""

from datetime import datetime

from accounts import audit
from accounts.models import Person, Role
from applications.models import Application
from applications.queries.one import ACTS_FOR
from applications.succession.queries import heirs_among
from criteria.accountchange import (
    LEAST_DAYS,
    MOST_DAYS,
    ChangeRefusal,
    ChangeState,
    holds_from,
    may_ask,
    may_confirm,
)
from criteria.steps import Step
from decisions import consequences
from decisions.account import read_account
from decisions.accountchange import queries
from decisions.accountchange.ending import end, note
from decisions.accountchange.models import AccountChange, AccountWait
from decisions.accountchange.payees import payee_for, payee_of
from decisions.notes import CaseNote
from decisions.rights import require_role
from foundation import clock, outbox
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.saying import says_something
from grants import queries as grants
from grants.models import Scheme


def ask(application: Application, typed: str, *, by: Person, at: datetime) -> AccountChange:
    """Ask that an accepted grant be paid to another account; another person must confirm it.

    From now on nothing is paid in the case. Needs the case with its participants. Raises RuleBrokenError.
    """
    with transaction():
        locked(application)
        payee, heirs = payee_for(application, by), heirs_among([application.id])
        refused = may_ask(
            is_signatory=queries.acts_now(by.id, payee, Role.SIGNATORY),
            accepted=application.step is Step.ACCEPTED,
            is_open=queries.open_change(application.id, payee) is not None,
        )
        before = queries.accounts_of([application.id]).get(application.id)
        old, new = queries.account_of(application.id, payee) or before, read_account(typed)
        if refused is not None or old is None:
            raise RuleBrokenError(refused or ChangeRefusal.NOT_ACCEPTED)
        if new is None:
            raise RuleBrokenError(ChangeRefusal.NUMBER_WRONG)
        if new == old:
            raise RuleBrokenError(ChangeRefusal.SAME_ACCOUNT)
        for holds in consequences.before_account_changes:
            holds(application.id)
        made = AccountChange(
            application_id=application.id, application=application, old_account=old,
            new_account=new, asked_at=at, asked_by_id=by.id,
            organisation_id=payee if payee in heirs.get(application.id, ()) else None,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()  # the journal names it by its id
        note(made, CaseNote.ACCOUNT_ASKED, by, at)
    return made


def confirm(change: AccountChange, *, by: Person, at: datetime) -> None:
    """Confirm a change that another person of the lead has asked for; it holds after the scheme's wait.

    Needs the change with its case and participants. Raises RuleBrokenError.
    """
    with transaction():
        _hold(change, ChangeState.ASKED)
        payee = payee_of(change)
        refused = may_confirm(
            by.id, change.asked_by_id, of_the_lead=queries.acts_now(by.id, payee, *ACTS_FOR)
        )
        if refused is not None:
            raise RuleBrokenError(refused)
        days = queries.days_of(grants.call(change.application.call_id).scheme_id)
        change.confirmed_at, change.confirmed_by_id = at, by.id
        change.holds_from = clock.start_of_day(holds_from(clock.in_oslo(at).date(), days))
        outbox.put(
            "account_holds", subject=f"account_change:{change.id}", at=at,
            wait=change.holds_from - at, change=change.id,
        )  # fmt: skip
        note(change, CaseNote.ACCOUNT_CONFIRMED, by, at)


def take_back(change: AccountChange, *, by: Person, at: datetime) -> None:
    """Take back a change that does not hold yet, for the lead. Raises RuleBrokenError."""
    with transaction():
        _hold(change, ChangeState.ASKED, ChangeState.CONFIRMED)
        if not queries.acts_now(by.id, payee_of(change), *ACTS_FOR):
            raise RuleBrokenError(ChangeRefusal.NOT_OF_THE_LEAD)
        end(change, "", by=by, at=at)


def stop(change: AccountChange, *, reason: str, by: Person, at: datetime) -> None:
    """Stop a change that the office does not trust, before it holds. Raises RuleBrokenError."""
    with transaction():
        _hold(change, ChangeState.ASKED, ChangeState.CONFIRMED)
        if not queries.holds_role(by.id, Role.CONTROLLER):
            raise RuleBrokenError(ChangeRefusal.NOT_CONTROLLER)
        if not says_something(reason):
            raise RuleBrokenError(ChangeRefusal.REASON_MISSING)
        end(change, reason.strip(), by=by, at=at)


def let_hold(change: AccountChange, *, by: Person | None, at: datetime) -> bool:
    """Let a confirmed change hold when its day has come; tell whether it does now.

    What is not paid yet goes to the new account. `by` is who confirmed it. Needs the change with its case
    and participants.
    """
    with transaction():
        locked(change.application)
        locked(change)
        confirmed = change.state is ChangeState.CONFIRMED
        if not confirmed or change.holds_from is None or at < change.holds_from:
            return False
        change.done_at = at
        for follows in consequences.on_account_changed:
            follows(change.application, change.new_account, payee=payee_of(change), at=at)
        note(change, CaseNote.ACCOUNT_CHANGED, by, at)
    return True


def set_wait(scheme: Scheme, days: int, *, by: Person, at: datetime) -> None:
    """Set how many whole days the scheme waits; changes that are confirmed keep their day."""
    with transaction():
        require_role(by, Role.ADMINISTRATOR)
        locked(scheme)
        if not LEAST_DAYS <= days <= MOST_DAYS:
            raise RuleBrokenError(
                ChangeRefusal.DAYS_OUT_OF_BOUNDS, least=LEAST_DAYS, most=MOST_DAYS
            )
        found = queries.wait_of(scheme.id) or AccountWait(scheme_id=scheme.id)
        found.days, found.set_at, found.set_by_id, found.set_by = days, at, by.id, by
        db.session.add(found)
        audit.record(
            "account_wait.set", subject=f"scheme:{scheme.id}", by=by, at=at, days=days
        )


def _hold(change: AccountChange, *states: ChangeState) -> None:
    locked(change.application)
    locked(change)
    if change.state not in states:
        raise RuleBrokenError(ChangeRefusal.NOT_WAITING)
