"""A party asks for the reasons that its letter left out, and the office gives them.

The time to complain stands still from the question to the answer (1967 §§ 24 and 29; 2025 §§ 56 and 63).
"""

from datetime import datetime

from accounts.models import Person, Role
from applications import journal
from assessments.rights import require_unhindered
from decisions.appeals import notices, queries
from decisions.appeals.models import ReasonsRequest
from decisions.appeals.notes import AppealNote
from decisions.appeals.refusals import Refusal
from decisions.appeals.rights import refuse_strangers
from decisions.appeals.timing import deadline_of
from decisions.holding import hold_cases
from decisions.models import Decision
from decisions.rights import require_role, require_words
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError


def ask_for_reasons(
    decision: Decision, organisation_id: int, *, by: Person, at: datetime
) -> ReasonsRequest:
    """Ask for the reasons of a published decision, within the time to complain.

    Needs the decision as `queries.published_decision` gives it. Raises RuleBrokenError: no party, the
    letter gives the reasons, asked already, too late.
    """
    with transaction():
        hold_cases([decision.application])
        refuse_strangers(by, decision.application, organisation_id)
        if not decision.reasons_left_out:
            raise RuleBrokenError(Refusal.REASONS_GIVEN)
        if queries.request_of(decision.id, organisation_id) is not None:
            raise RuleBrokenError(Refusal.ASKED_ALREADY)
        if deadline_of(decision, organisation_id).has_passed(at):
            raise RuleBrokenError(Refusal.ASKED_TOO_LATE)
        request = ReasonsRequest(
            decision_id=decision.id,
            organisation_id=organisation_id,
            asked_at=at,
            asked_by_id=by.id,
            answer="",
        )
        db.session.add(request)
        db.session.flush()  # the journal names it by id
        journal.note(
            decision.application, AppealNote.REASONS_ASKED, by=by, at=at, public=True,
            request=request.id,
        )  # fmt: skip
        notices.tell_office(decision.application, at)
    return request


def answer_reasons(request: ReasonsRequest, *, answer: str, by: Person, at: datetime) -> None:
    """Give a party the reasons; three new weeks to complain run from now.

    Needs the request with its decision, its case and the party. Raises RuleBrokenError: answered
    already, no words, not the officer's.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        application = request.decision.application
        hold_cases([application])
        require_unhindered(by, application.id)
        if locked(request).answered_at is not None:
            raise RuleBrokenError(Refusal.NOT_ASKED)
        request.answer = require_words(answer)
        request.answered_at, request.answered_by_id = at, by.id
        journal.note(
            application, AppealNote.REASONS_GIVEN, by=by, at=at, public=True, request=request.id
        )
        notices.tell_party(application, request.organisation, at)
