"""Stage gates of accepted grants, made by the acts themselves, and instalments that wait for them."""

from dataclasses import replace
from datetime import timedelta

from accounts.models import Person
from applications.queries import any_application
from criteria.instalments import Trigger
from criteria.stagegates import Outlook, PointKind, PointOutcome, PointPlan, Told
from foundation.money import kroner
from payments.models import Instalment
from payments.plans import services as plans
from payments.plans.open import open_parts, part_of
from payments.plans.services import Wanted
from payments.plans.versions import last_number
from payments.points import queries, services
from payments.points.models import PointAccount, StageGate
from payments.points.services import Verdict
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, forget, signatory_of

DUE_ON = (NOW + timedelta(days=30)).date()
PLAN = PointPlan(PointKind.PHASE, "Oppstart av innføring", "At løsningen er testet i drift.", DUE_ON)
TOLD = Told(
    "Akseptansetesten er godkjent.", kroner(400_000), kroner(900_000), Outlook.AS_PLANNED,
    "Pilotkommunen måler det vi ventet.",
)  # fmt: skip
GO_ON = Verdict(PointOutcome.GO_ON, "Testen er bestått.")
CONDITIONALLY = Verdict(PointOutcome.CONDITIONALLY, "Nesten alt er på plass.", "Ny ROS før oppstart.")
STOP = Verdict(PointOutcome.STOP, "Testen er ikke bestått.")


def a_point(grant: Grant, wanted: PointPlan = PLAN, by: Person | None = None) -> StageGate:
    """Set a point in a grant."""
    application = any_application(grant.application.id)
    return again(
        services.set_point(application, wanted, by=by or grant.round.drafter, at=NOW)
    )


def tell(grant: Grant, point: StageGate, told: Told = TOLD, by: Person | None = None) -> StageGate:
    """Let the lead tell at a point and ask to go on."""
    services.tell_at_point(again(point), told, by=by or signatory_of(grant.application), at=NOW)
    return again(point)


def decide(grant: Grant, point: StageGate, verdict: Verdict = GO_ON) -> int:
    """Let the officer decide what was told last; give how many instalments fall due by it."""
    found = again(point)
    newest = found.newest
    return services.decide_at_point(
        found, verdict, seen=newest.number if newest else 0, by=grant.round.drafter, at=NOW
    )


def let_wait(grant: Grant, point: StageGate) -> Instalment:
    """Let the last instalment of a grant that is not paid wait for a point."""
    case = grant.application.id
    *rest, last = open_parts(case)
    part = replace(
        part_of(last), trigger=Trigger.STAGE_GATE, report_year=None, due_on=None, point=point.id
    )
    wanted = [*(Wanted(part_of(one), one.id) for one in rest), Wanted(part, last.id)]
    plans.adjust(
        any_application(case), wanted, reason="Raten venter på punktet.", seen=last_number(case),
        by=grant.round.drafter, at=NOW,
    )  # fmt: skip
    return grant.instalments()[-1]


def again(point: StageGate) -> StageGate:
    """Read a point anew, whole."""
    number = point.id
    forget(StageGate, PointAccount)
    return queries.any_point(number)
