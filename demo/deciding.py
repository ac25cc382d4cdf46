"""Playing the decisions: drafted, signed, printed, published and answered."""

from collections.abc import Callable
from datetime import datetime, timedelta

from stdnum.no import kontonr

from applications.models import PartnerRole
from applications.queries import any_application
from assessments import queries as assessments
from assessments import services as assessing
from criteria.impartiality import View
from decisions import queries, services
from decisions.models import Outcome
from demo.applying import Stage
from demo.people import Cast
from foundation import clock, outbox
from foundation.database import db
from payments import queries as money
from payments import services as booking

LAPSES = 29
AWARDS = (Outcome.AWARD, Outcome.PARTIAL_AWARD)


def book_appropriations(cast: Cast, *, at: datetime) -> None:
    """Let a controller book what has been granted for every year."""
    for appropriation in money.unbooked_appropriations():
        booking.book_appropriation(appropriation, by=cast.controllers[0], at=at)


def decide(stage: Stage, *, at: datetime, tell: Callable[[str, int, int], None]) -> None:
    """Draft, sign, print and publish a whole round on one day, and let the leads answer."""
    _draft(stage, at=at - timedelta(days=1))
    signed = _sign(stage, at=at)
    _print(stage, signed, at=at + timedelta(minutes=30), tell=tell)
    services.publish_round(
        stage.call, by=stage.cast.decision_makers[0], at=at + timedelta(hours=4)
    )
    db.session.expunge_all()
    _answer(stage, at=at + timedelta(days=4))


def leave_unpublished(stage: Stage, *, at: datetime) -> None:
    """Draft a round and sign half of it, so that there is something to sign and to publish."""
    _draft(stage, at=at)
    for decision in queries.decisions_of_round(stage.call.id):
        _declare(stage, decision.application_id, at=at)
    db.session.expunge_all()


def _draft(stage: Stage, *, at: datetime) -> None:
    officer = stage.cast.officers[0]
    for application in queries.ineligible_without_draft(stage.call.id):
        services.draft_rejection(
            application,
            reason=assessments.ineligible_because(application.id) or "", by=officer, at=at,
        )
    proposal = assessments.chosen_proposal(stage.call.id)
    if proposal is not None:
        services.draft_decisions(proposal, by=officer, at=at)
    db.session.expunge_all()


def _declare(stage: Stage, application_id: int, *, at: datetime) -> None:
    assessing.declare(
        any_application(application_id), View.IMPARTIAL, by=stage.cast.decision_makers[0], at=at
    )


def _sign(stage: Stage, *, at: datetime) -> int:
    decisions = queries.decisions_of_round(stage.call.id)
    for decision in decisions:
        _declare(stage, decision.application_id, at=at - timedelta(minutes=30))
    db.session.expunge_all()
    refused = services.sign_round(
        stage.call, queries.decisions_of_round(stage.call.id), by=stage.cast.decision_makers[0],
        at=at, publish_on=clock.in_oslo(at).date(),
    )
    if refused:
        raise refused[0].because
    db.session.expunge_all()
    return len(decisions)


def _print(
    stage: Stage, count: int, *, at: datetime, tell: Callable[[str, int, int], None]
) -> None:
    done = 0
    while outbox.work_once(at, kind="make_letter"):
        done += 1
        tell(f"{stage.plan.code}:letters", min(done, count), count)
        db.session.expunge_all()


def _answer(stage: Stage, *, at: datetime) -> None:
    for number, decision_id in enumerate(_awards(stage), start=1):
        if number % LAPSES == 0:
            continue
        accept(
            stage, decision_id, at=at + timedelta(hours=number),
            declines=number % stage.plan.declines == 0,
        )  # fmt: skip
        db.session.expunge_all()


def accept(stage: Stage, decision_id: int, *, at: datetime, declines: bool = False) -> None:
    """Let the lead of an award accept it, or decline."""
    decision = queries.decision(decision_id)
    lead = next(one for one in decision.application.partners if one.role is PartnerRole.LEAD)
    services.answer_award(
        decision, accepted=not declines,
        account_number=None if declines else _account(decision.application_id),
        by=stage.cast.signatories[lead.organisation_id], at=at,
    )  # fmt: skip


def _awards(stage: Stage) -> list[int]:
    return [
        one.id
        for one in queries.decisions_of_round(stage.call.id)
        if one.outcome in AWARDS
    ]


def _account(number: int) -> str:
    """Make up an account number whose check digit is right, of a bank that does not exist."""
    for serial in range(number * 10, number * 10 + 10):
        body = f"0000{serial:06d}"
        for digit in "0123456789":
            if kontonr.is_valid(body + digit):
                return body + digit
    raise ValueError(number)
