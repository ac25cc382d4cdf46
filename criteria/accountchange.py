"""Changing where a grant is paid: never by one person alone, and never at once.

Whoever has taken over one mailbox can ask for payment to an account of their own. So another person of the
same organisation confirms, whole days pass before it holds, and everybody known in the case is told
meanwhile. Nothing is paid in the case until it is settled.
"""

from datetime import date, timedelta
from enum import StrEnum

LEAST_DAYS, MOST_DAYS = 1, 60
USUAL_DAYS = 7


class ChangeState(StrEnum):
    """Where a change of account stands."""

    ASKED = "account_asked"
    """Awaits another person of the organisation."""
    CONFIRMED = "account_confirmed"
    """Waits for its day."""
    DONE = "account_done"
    WITHDRAWN = "account_withdrawn"
    """Taken back by the organisation, or stopped by the office."""


class ChangeRefusal(StrEnum):
    """Why an account could not be changed, confirmed or stopped."""

    NOT_LEADS_SIGNATORY = "account_not_leads_signatory"
    NOT_OF_THE_LEAD = "account_not_of_the_lead"
    NOT_ACCEPTED = "account_not_accepted"
    ALREADY_ASKED = "account_already_asked"
    NUMBER_WRONG = "account_number_wrong"
    SAME_ACCOUNT = "account_same"
    SAME_PERSON = "account_same_person"
    NOT_WAITING = "account_not_waiting"
    NOT_CONTROLLER = "account_not_controller"
    REASON_MISSING = "account_reason_missing"
    DAYS_OUT_OF_BOUNDS = "account_days_out_of_bounds"


def holds_from(confirmed_on: date, days: int) -> date:
    """Give the first day on which the new account holds: so many whole days lie between."""
    return confirmed_on + timedelta(days=days + 1)


def state_at(*, confirmed: bool, done: bool, ended: bool) -> ChangeState:
    """Tell where a change stands from what has happened to it."""
    if ended:
        return ChangeState.WITHDRAWN
    if done:
        return ChangeState.DONE
    return ChangeState.CONFIRMED if confirmed else ChangeState.ASKED


def may_ask(*, is_signatory: bool, accepted: bool, is_open: bool) -> ChangeRefusal | None:
    """Tell why a person may not ask for another account in a case."""
    checks = (
        (ChangeRefusal.NOT_LEADS_SIGNATORY, not is_signatory),
        (ChangeRefusal.NOT_ACCEPTED, not accepted),
        (ChangeRefusal.ALREADY_ASKED, is_open),
    )
    return next((refusal for refusal, is_so in checks if is_so), None)


def may_confirm(person: int, asked_by: int, *, of_the_lead: bool) -> ChangeRefusal | None:
    """Tell why a person may not confirm: only another of the same organisation does."""
    if not of_the_lead:
        return ChangeRefusal.NOT_OF_THE_LEAD
    return ChangeRefusal.SAME_PERSON if person == asked_by else None
