"""Playing stage gates: one project is past a phase and waits for an answer at a delivery, one is late."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from accounts.models import Person
from applications.facts import lead_of
from applications.queries import any_application
from criteria.instalments import Trigger
from criteria.stagegates import Outlook, PointKind, PointOutcome, PointPlan, Told
from demo.applying import Stage
from demo.underway import officer_of, projects_under_way
from foundation.database import db
from foundation.money import kroner
from payments.plans import services as plans
from payments.plans.open import open_parts, part_of
from payments.plans.versions import last_number
from payments.points import queries, services
from payments.points.services import Verdict

NINE = time(9, 0, tzinfo=UTC)
SET_BEFORE = timedelta(days=50)
PHASE = "Leverandøren er valgt, og kommunene har planen for innføring klar. (Oppdiktet.)"
DELIVERY = "Akseptansetesten er godkjent i alle kommunene, og feil er rettet. (Oppdiktet.)"
TOLD = Told(
    "Kontrakten er inngått, og planen er behandlet i alle kommunene. (Oppdiktet.)",
    kroner(420_000), kroner(1_150_000), Outlook.AS_PLANNED,
    "Løsningen dekker behovene som gevinstene bygger på.",
)  # fmt: skip
LESS = Told(
    "Testen er godkjent i to kommuner. Den siste tester om to uker. (Oppdiktet.)",
    kroner(780_000), kroner(1_290_000), Outlook.LESS,
    "Opplæringen tar lengre tid, så tid spart per konsultasjon kommer et halvt år senere.",
)  # fmt: skip
GO_ON = Verdict(PointOutcome.GO_ON, "Det som skulle være på plass, er det. Kostnadene er som planlagt.")


def pass_points(stage: Stage, as_of: date) -> None:
    """Let two projects under way have points to pass; money of the first waits for one of them."""
    on = as_of - SET_BEFORE
    cases = projects_under_way(stage, on, 2)
    at = datetime.combine(on, NINE)
    for case in cases[:1]:
        _pass_one(stage, case, at, as_of)
    for case in cases[1:]:
        officer = officer_of(stage, case, at)
        due_on = as_of - timedelta(days=4)
        _set(case, PointPlan(PointKind.PHASE, "Oppstart av innføring", PHASE, due_on), officer, at)


def _pass_one(stage: Stage, case: int, at: datetime, as_of: date) -> None:
    """Let a project pass a phase, and tell at a delivery that its last instalment waits for."""
    officer = officer_of(stage, case, at)
    signatory = stage.cast.signatories[lead_of(any_application(case)).organisation_id]
    first_due, then_due = as_of - timedelta(days=30), as_of + timedelta(days=10)
    phase = _set(case, PointPlan(PointKind.PHASE, "Oppstart av innføring", PHASE, first_due), officer, at)
    delivery = _set(
        case, PointPlan(PointKind.DELIVERY, "Godkjent akseptansetest", DELIVERY, then_due), officer, at
    )
    _let_wait(case, delivery, officer, at)
    later = at + timedelta(days=15)
    services.tell_at_point(queries.any_point(phase), TOLD, by=signatory, at=later)
    db.session.expunge_all()
    services.decide_at_point(
        queries.any_point(phase), GO_ON, seen=1, by=officer, at=later + timedelta(days=2)
    )
    db.session.expunge_all()
    services.tell_at_point(queries.any_point(delivery), LESS, by=signatory, at=at + timedelta(days=46))
    db.session.expunge_all()


def _set(case: int, wanted: PointPlan, officer: Person, at: datetime) -> int:
    number = services.set_point(any_application(case), wanted, by=officer, at=at).id
    db.session.expunge_all()
    return number


def _let_wait(case: int, point: int, officer: Person, at: datetime) -> None:
    parts = open_parts(case)
    if not parts:
        return
    *rest, last = parts
    part = replace(
        part_of(last), trigger=Trigger.STAGE_GATE, report_year=None, due_on=None, point=point
    )
    wanted = [*(plans.Wanted(part_of(one), one.id) for one in rest), plans.Wanted(part, last.id)]
    plans.adjust(
        any_application(case), wanted, seen=last_number(case), by=officer, at=at,
        reason="Den siste raten venter på akseptansetesten, som resten av prosjektet henger på.",
    )  # fmt: skip
    db.session.expunge_all()
