"""Holding what a case competes for money in, before something that a proposal builds on is changed."""

from sqlalchemy import select

from applications.models import Application
from assessments.queries.proposals import chosen_line, first_decided_in
from assessments.refusals import Refusal
from foundation.database import db
from foundation.errors import RuleBrokenError
from grants.models import Call
from grants.rounds import calls_in


def hold_round(call_id: int) -> None:
    """Hold a round until the act ends, as whoever chooses a proposal or signs by one does."""
    db.session.execute(
        select(Call.id)
        .where(Call.id.in_(calls_in(call_id)), Call.edition == 1)
        .with_for_update(key_share=True)
    )


def refuse_decided_beside(application: Application) -> None:
    """Refuse to change what the chosen proposal builds on when anything in it has been decided.

    No other proposal can be chosen then, so the case could never be decided.
    """
    line = chosen_line(application.id)
    decided = None if line is None else first_decided_in(line.proposal)
    if decided is not None:
        raise RuleBrokenError(Refusal.ALREADY_DECIDED_THERE, case=decided.case_number or "")
