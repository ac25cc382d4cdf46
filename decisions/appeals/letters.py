"""The letters that a complaint sends: its forwarding to the appeal body, and what came of it.

A forwarding is the lead's own; who else complains reads it in the case and is told by e-mail.
"""

from datetime import date, datetime

from accounts.models import Person
from applications.facts import lead_of
from criteria.appeal import Result
from decisions.appeals import notices
from decisions.appeals.models import Complaint, ComplaintRuling
from decisions.dispatch import put_saying
from decisions.letter.said import ComplaintAnswer, ComplaintResult, Forwarding, Saying
from foundation import clock

_RESULTS = {
    Result.UPHELD: ComplaintResult.UPHELD,
    Result.REVERSED: ComplaintResult.REVERSED,
    Result.SENT_BACK: ComplaintResult.SENT_BACK,
    Result.REJECTED: ComplaintResult.REJECTED,
}


def send_forwarding(
    complaint: Complaint, ruling: ComplaintRuling, comment_by: date, *, by: Person, at: datetime
) -> None:
    """Write that the decision stands and the complaint goes on, with the statement. Inside an act."""
    said = Forwarding(
        complained_on=_day(complaint.submitted_at, at),
        decided_on=_day(complaint.decision.signed_at, at),
        statement=ruling.reason,
        comment_by=comment_by,
    )
    _send(complaint, said, "forwarding", at, officer=ruling.prepared_by, responsible=by)


def send_rejection(
    complaint: Complaint, ruling: ComplaintRuling, *, by: Person, at: datetime
) -> None:
    """Write that the complaint is not taken up, and why. Inside an act."""
    said = _answer(complaint, ComplaintResult.REJECTED, ruling.reason, at, above=False)
    _send(complaint, said, "answer", at, officer=ruling.prepared_by, responsible=by)


def send_result(
    complaint: Complaint, result: Result, reason: str, *, by: Person, at: datetime
) -> None:
    """Write what the appeal body came to. Inside an act."""
    said = _answer(complaint, _RESULTS[result], reason, at, above=True)
    _send(complaint, said, "result", at, officer=by)


def _answer(
    complaint: Complaint, result: ComplaintResult, reason: str, at: datetime, *, above: bool
) -> ComplaintAnswer:
    return ComplaintAnswer(
        complained_on=_day(complaint.submitted_at, at),
        decided_on=_day(complaint.decision.signed_at, at),
        result=result,
        by_appeal_body=above,
        reason=reason,
    )


def _send(
    complaint: Complaint,
    said: Saying,
    what: str,
    at: datetime,
    *,
    officer: Person,
    responsible: Person | None = None,
) -> None:
    put_saying(
        complaint.application, said, about=f"{complaint.subject}/{what}",
        dated=clock.in_oslo(at).date(), at=at, officer=officer, responsible=responsible,
    )  # fmt: skip
    lead = lead_of(complaint.application).organisation_id
    if complaint.organisation_id != lead and not said.to_partners:
        notices.tell_party(complaint.application, complaint.organisation, at)


def _day(moment: datetime | None, otherwise: datetime) -> date:
    return clock.in_oslo(moment or otherwise).date()
