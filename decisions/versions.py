"""The next version of a case's decision: begun and kept the same way, whatever the reason for it."""

from datetime import datetime

from accounts.models import Person
from applications import journal
from applications.models import Application
from decisions import queries
from decisions.models import Decision, DecisionKind, Outcome
from decisions.notes import CaseNote
from foundation.database import db
from foundation.money import Ore


def next_version(
    application: Application,
    outcome: Outcome,
    amount: Ore,
    *,
    by: Person,
    at: datetime,
    kind: DecisionKind = DecisionKind.ORIGINAL,
) -> Decision:
    """Begin the next version of a held case's decision: it supersedes the newest, draft or not."""
    before = queries.newest_version(application.id)
    return Decision(
        application_id=application.id,
        application=application,
        number=before.number + 1 if before else 1,
        supersedes_id=before.id if before else None,
        outcome=outcome,
        amount=amount,
        kind=kind,
        reason="",
        drafted_at=at,
        drafted_by_id=by.id,
        years=[],
    )


def keep_version(decision: Decision, by: Person, at: datetime) -> None:
    """Write a version and its line in the journal, which the applicant does not see."""
    db.session.add(decision)
    db.session.flush()  # the journal names the decision by id
    journal.note(
        decision.application, CaseNote.DRAFTED, by=by, at=at, public=False,
        decision=decision.id, number=decision.number, outcome=decision.outcome.value,
        amount=decision.amount,
    )  # fmt: skip
