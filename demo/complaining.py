"""Three complaints with three ends: one upheld above, one reversed in part, one rejected as too late."""

from collections.abc import Callable
from datetime import datetime, timedelta

from accounts.models import Person
from applications.facts import lead_of
from applications.queries import any_application
from assessments import services as assessing
from criteria.appeal import Result, Ruling
from criteria.impartiality import View
from decisions import queries, services
from decisions.appeals import queries as appeals
from decisions.appeals import services as acts
from decisions.appeals.content import ComplaintContent
from decisions.appeals.models import Complaint
from decisions.models import Decision, Outcome
from demo.applying import Stage
from foundation import outbox
from foundation.database import db
from foundation.money import Ore, kroner

THOUSAND = kroner(1000)
WANTED = "Vi ber om at vedtaket gjøres om, og at hele beløpet i søknaden innvilges. (Demodata)"
GROUNDS = (
    "Vurderingen bygger på at vi har tre journalsystemer. Vi har fem, slik det står i tabellen i "
    "søknaden. Det endrer både behovet og gevinstene. (Demodata)"
)
LATE = "Brevet ble liggende hos en som hadde permisjon. (Demodata)"
REJECTED = (
    "Klagen kom etter at fristen var ute, og det er ikke noe i den som gjør det rimelig å prøve den. "
    "(Demodata)"
)
UPHELD = (
    "Vi har sett på karakterene på nytt. Antallet systemer var kjent, og er lagt til grunn. Vi finner "
    "ikke grunn til å endre vedtaket. (Demodata)"
)
COMMENT = "Vi mener fortsatt at tallet er oversett i vurderingen av gevinstene. (Demodata)"
CONFIRMED = "Departementet er enig i vurderingen og stadfester vedtaket. (Demodata)"
REVERSED = (
    "Klagen viser at en del av kostnadene var holdt utenfor ved en feil. Den delen innvilges nå. "
    "(Demodata)"
)


def complain(stage: Stage, *, at: datetime) -> None:
    """Play the complaints of a round that was published `at`, where it has the cases for them."""
    refused = _decided(stage, Outcome.REFUSAL)
    partial = _decided(stage, Outcome.PARTIAL_AWARD)
    plays: list[tuple[list[Decision], Callable[[Stage, int, datetime], None]]] = [
        (refused[:1], _rejected_as_late),
        (refused[1:2], _upheld_above),
        (partial[:1], _reversed_in_part),
    ]
    for decisions, play in plays:
        for decision in decisions:
            play(stage, decision.application_id, at)
            db.session.expunge_all()


def _decided(stage: Stage, outcome: Outcome) -> list[Decision]:
    return [one for one in queries.decisions_of_round(stage.call.id) if one.outcome is outcome]


def _rejected_as_late(stage: Stage, case: int, at: datetime) -> None:
    late = at + timedelta(days=33)
    sent = _sent(stage, case, late, because=LATE)
    _rule(stage, sent, Ruling.REJECT, REJECTED, late + timedelta(days=6))
    _confirm(stage, sent, late + timedelta(days=7))


def _upheld_above(stage: Stage, case: int, at: datetime) -> None:
    came = at + timedelta(days=12)
    sent = _sent(stage, case, came)
    _rule(stage, sent, Ruling.UPHOLD, UPHELD, came + timedelta(days=9))
    _confirm(stage, sent, came + timedelta(days=10))
    by = _signatory(stage, case)
    acts.comment_on_statement(
        appeals.complaint_of(by, sent), comment=COMMENT, by=by, at=came + timedelta(days=20)
    )
    officer = stage.cast.officers[0]
    acts.send_to_appeal_body(
        appeals.complaint(sent), by=officer, at=came + timedelta(days=21)
    )
    answered = came + timedelta(days=70)
    acts.register_result(
        appeals.complaint(sent), Result.UPHELD, text=CONFIRMED,
        decided_on=(answered - timedelta(days=2)).date(), by=officer, at=answered,
    )  # fmt: skip


def _reversed_in_part(stage: Stage, case: int, at: datetime) -> None:
    """Grant half of what was not granted, as far as what others have declined makes room for it."""
    decision = queries.decision_in_force(case)
    if decision is None:
        return
    left = stage.call.frame - queries.signed_sum(stage.call.id)
    lacking = (decision.application.asked - decision.amount) // 2
    more = min(left, lacking) // THOUSAND * THOUSAND
    if more <= 0:
        return
    came = at + timedelta(days=14)
    sent = _sent(stage, case, came)
    amount = Ore(decision.amount + more)
    ruled = came + timedelta(days=11)
    _rule(stage, sent, Ruling.REVERSE_IN_PART, REVERSED, ruled, amount=amount)
    drafted, maker = queries.latest_of(case), stage.cast.decision_makers[0]
    if drafted is not None:
        services.sign(drafted, by=maker, at=ruled + timedelta(hours=1))
        outbox.work_until_empty(ruled + timedelta(hours=2))
        db.session.expunge_all()
        services.publish_round(stage.call, by=maker, at=ruled + timedelta(hours=3))


def _sent(stage: Stage, case: int, at: datetime, because: str = "") -> int:
    """Let the lead of a case write and send a complaint; give its id."""
    by = _signatory(stage, case)
    decision = queries.published_decision(by, case)
    lead = lead_of(decision.application).organisation_id
    begun = acts.begin_complaint(decision, lead, by=by, at=at)
    draft: Complaint = appeals.complaint_of(by, begun.id)
    acts.save_complaint(draft, ComplaintContent(WANTED, GROUNDS, because), by=by, at=at)
    acts.submit_complaint(appeals.complaint_of(by, begun.id), by=by, at=at + timedelta(minutes=9))
    number = begun.id
    db.session.expunge_all()
    return number


def _rule(
    stage: Stage,
    sent: int,
    ruling: Ruling,
    reason: str,
    at: datetime,
    *,
    amount: Ore | None = None,
) -> None:
    officer = stage.cast.officers[0]
    found = appeals.complaint(sent)
    assessing.declare(
        any_application(found.application_id), View.IMPARTIAL, by=officer, at=at
    )
    acts.rule(
        appeals.complaint(sent), ruling, amount=amount, reason=reason, by=officer, at=at
    )


def _confirm(stage: Stage, sent: int, at: datetime) -> None:
    acts.confirm_ruling(appeals.complaint(sent), by=stage.cast.decision_makers[0], at=at)


def _signatory(stage: Stage, case: int) -> Person:
    lead = lead_of(any_application(case))
    return stage.cast.signatories[lead.organisation_id]
