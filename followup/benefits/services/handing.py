"""Passing on who answers for benefits: whoever does proposes it, and the receiver signs too (inv. 214)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from accounts import audit
from accounts.models import Person, Role
from accounts.queries import organisation, signatories_of
from applications import journal
from applications.models import Application
from criteria.handing import HandingProblem, Proposed, holds_from, problem_of
from decisions.rights import require_role
from followup.benefits import notices, queries
from followup.benefits.holding import hold_project, said
from followup.benefits.models import BenefitHandover, HandedBenefit, HandoverState
from followup.benefits.notes import BenefitNote
from followup.benefits.refusals import Refusal
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is handed over, to whom, who answers there, and how it is to be measured from then on."""

    receiver: int
    contact: str
    email: str
    takes_over_on: date
    codes: Collection[str]
    plan: str
    why: str
    enclosed: str = ""


def propose_handover(
    application: Application, organisation_id: int, offer: Offer, *, by: Person, at: datetime
) -> BenefitHandover:
    """Offer a kommune's benefits in a project to another, signed by whoever answers for them.

    Raises RuleBrokenError: no grant in force, not in the project, not the answering one's signatory, nobody
    signs for the receiver, nothing said, and what `criteria.handing.problem_of` finds.
    """
    with transaction():
        case = hold_project(application.id)
        followed = {one.code for one in queries.benefits_of(case.id)}
        if not queries.takes_part(case.id, organisation_id) or not followed.issuperset(offer.codes):
            raise RuleBrokenError(HandingProblem.NOT_ITS_OWN)
        giver = _giver(case.id, organisation_id, offer, by, at)
        made = _offered(offer, by, at)
        made.application_id, made.organisation_id, made.giver_id = case.id, organisation_id, giver
        _refuse_wrong(made, offer, at)
        db.session.add(made)
        db.session.flush()  # the journal names it by the id
        _note(case, BenefitNote.HANDOVER_PROPOSED, made, by, at)
        notices.tell_offered(made, at)
    return made


def propose_overall_handover(offer: Offer, *, by: Person, at: datetime) -> BenefitHandover:
    """Offer another to follow benefits of the catalogue up for the whole scheme, signed by a decision maker.

    Raises RuleBrokenError: no decision maker, unknown benefits, and what `propose_handover` refuses too.
    """
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        audit.hold_chain()  # two who offer the same at once: the second finds the first
        if not {one.code for one in queries.catalogue()}.issuperset(offer.codes):
            raise RuleBrokenError(Refusal.NOT_IN_CATALOGUE)
        made = _offered(offer, by, at)
        _refuse_wrong(made, offer, at)
        db.session.add(made)
        db.session.flush()  # the audit entry names it by the id
        _record("benefit.handover_proposed", made, by, at)
        notices.tell_offered(made, at)
    return made


def accept_handover(handover: BenefitHandover, *, by: Person, at: datetime) -> None:
    """Take the benefits over, for the receiver: from the day agreed, but not before today.

    Raises RuleBrokenError: not the receiver's signatory, answered or withdrawn already.
    """
    with transaction():
        held = _hold_for_receiver(handover, by)
        held.answered_at, held.answered_by_id, held.accepted = at, by.id, True
        held.holds_from = holds_from(held.takes_over_on, clock.in_oslo(at).date())
        _settled(BenefitNote.HANDOVER_ACCEPTED, "benefit.handover_accepted", held, by, at)


def decline_handover(handover: BenefitHandover, reason: str, *, by: Person, at: datetime) -> None:
    """Say no, with the reason, for the receiver: whoever answered still does.

    Raises RuleBrokenError: not the receiver's signatory, answered or withdrawn already, no reason.
    """
    with transaction():
        held = _hold_for_receiver(handover, by)
        held.reason = said(reason)
        held.answered_at, held.answered_by_id, held.accepted = at, by.id, False
        _settled(BenefitNote.HANDOVER_DECLINED, "benefit.handover_declined", held, by, at)


def withdraw_handover(handover: BenefitHandover, *, by: Person, at: datetime) -> None:
    """Take an offer back that the receiver has not answered.

    Raises RuleBrokenError: not the giver's signatory, or for the scheme no decision maker; answered already.
    """
    with transaction():
        held = _hold(handover)
        if held.giver_id is None:
            require_role(by, Role.DECISION_MAKER)
        elif held.giver_id not in by.organisations_as(Role.SIGNATORY):
            raise RuleBrokenError(Refusal.NOT_GIVERS)
        held.withdrawn_at, held.withdrawn_by_id = at, by.id
        if held.application_id is None:
            _record("benefit.handover_withdrawn", held, by, at)
        else:
            case = db.session.get_one(Application, held.application_id)
            _note(case, BenefitNote.HANDOVER_WITHDRAWN, held, by, at)


def _giver(case_id: int, organisation_id: int, offer: Offer, by: Person, at: datetime) -> int:
    """Give who answers for what is offered: one organisation, that the person signs for."""
    today = clock.in_oslo(at).date()
    holding = queries.responsibility(case_id)
    answering = {holding.answers(code, organisation_id, today) for code in offer.codes}
    if not answering:
        raise RuleBrokenError(HandingProblem.NOTHING_HANDED)
    if len(answering) > 1:
        raise RuleBrokenError(HandingProblem.NOT_ITS_OWN)
    (giver,) = answering
    if giver not in by.organisations_as(Role.SIGNATORY):
        raise RuleBrokenError(Refusal.NOT_GIVERS)
    return giver


def _offered(offer: Offer, by: Person, at: datetime) -> BenefitHandover:
    return BenefitHandover(
        receiver_id=organisation(offer.receiver).id,
        contact=said(offer.contact),
        email=said(offer.email),
        takes_over_on=offer.takes_over_on,
        plan=said(offer.plan),
        enclosed=offer.enclosed.strip(),
        why=said(offer.why),
        proposed_at=at,
        proposed_by_id=by.id,
        handed=[HandedBenefit(code=one) for one in sorted(offer.codes)],
    )


def _refuse_wrong(made: BenefitHandover, offer: Offer, at: datetime) -> None:
    handed = [
        one
        for one in queries.responsibility(made.application_id).handed
        if one.kommune == made.organisation_id
    ]
    problem = problem_of(
        Proposed(
            benefits=offer.codes, kommune=made.organisation_id, giver=made.giver_id,
            receiver=offer.receiver, takes_over_on=offer.takes_over_on,
        ),
        handed,
        queries.waiting_codes(made.application_id, made.organisation_id),
        clock.in_oslo(at).date(),
    )  # fmt: skip
    if problem is not None:
        raise RuleBrokenError(problem)
    if not signatories_of(offer.receiver):
        raise RuleBrokenError(Refusal.NOBODY_SIGNS)


def _hold(handover: BenefitHandover) -> BenefitHandover:
    """Hold a handover with its case. Raises RuleBrokenError when it is settled."""
    if handover.application_id is not None:
        hold_project(handover.application_id)
    held = locked(handover)
    if held.state is not HandoverState.WAITING:
        raise RuleBrokenError(Refusal.HANDOVER_SETTLED)
    return held


def _hold_for_receiver(handover: BenefitHandover, by: Person) -> BenefitHandover:
    held = _hold(handover)
    if held.receiver_id not in by.organisations_as(Role.SIGNATORY):
        raise RuleBrokenError(Refusal.NOT_RECEIVERS)
    return held


def _settled(
    note: BenefitNote, act: str, held: BenefitHandover, by: Person, at: datetime
) -> None:
    if held.application_id is None:
        _record(act, held, by, at)
    else:
        _note(db.session.get_one(Application, held.application_id), note, held, by, at)
    notices.tell_settled(held, at)


def _note(
    case: Application, note: BenefitNote, held: BenefitHandover, by: Person, at: datetime
) -> None:
    journal.note(
        case, note, by=by, at=at, public=True, handover=held.id,
        receiver=organisation(held.receiver_id).name,
    )  # fmt: skip


def _record(act: str, held: BenefitHandover, by: Person, at: datetime) -> None:
    audit.record(act, subject=f"benefit_handover:{held.id}", by=by, at=at, receiver=held.receiver_id)
