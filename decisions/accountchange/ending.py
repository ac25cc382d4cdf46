"""What the acts on a change of account share: its lines in the journal, and how one comes to its end."""

from datetime import datetime

from accounts.models import Person
from applications import journal
from applications.models import Application
from decisions.accountchange import notices, queries
from decisions.accountchange.models import AccountChange
from decisions.notes import CaseNote
from foundation.database import locked


def note(change: AccountChange, kind: CaseNote, by: Person | None, at: datetime) -> None:
    """Write it in the journal, and to everybody known in the case; no account number stands in either."""
    journal.note(change.application, kind, by=by, at=at, public=True, change=change.id)
    notices.tell_everybody(change, kind, at)


def end(change: AccountChange, because: str, *, by: Person, at: datetime) -> None:
    """End a change that does not hold yet. Used inside acts that hold it."""
    change.ended_at, change.ended_by_id, change.ended_because = at, by.id, because
    note(change, CaseNote.ACCOUNT_WITHDRAWN, by, at)


def end_with_payee(
    application: Application, payee: int, because: str, *, by: Person, at: datetime
) -> None:
    """End the open change of the account of one that is paid no more. Used inside acts."""
    there = queries.open_change(application.id, payee)
    if there is not None:
        end(locked(queries.change(there.id)), because, by=by, at=at)
