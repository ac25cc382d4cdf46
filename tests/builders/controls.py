"""Control samples, made by the acts themselves."""

from accounts.queries import person
from criteria.sampling import RiskSign, RiskTerm
from followup.controls import queries, services
from followup.controls.kinds import CheckItem, Verdict
from followup.controls.models import (
    Control,
    ControlCheck,
    ControlFinding,
    ControlPoint,
    ControlSample,
    SampleCase,
)
from followup.controls.services.controlling import Answer
from grants import queries as grants
from grants import rounds
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, forget

SEED = "7 12 19 22 30"
SOURCE = "Lottotallene i uke 21, Norsk Tipping"
TERMS = {RiskSign.MANY_PARTNERS: RiskTerm(3, 2), RiskSign.REPORT_RETURNED: RiskTerm(2)}
IN_ORDER = {one.value: Answer(Verdict.IN_ORDER) for one in CheckItem}
ROWS = (ControlSample, SampleCase, Control, ControlCheck, ControlFinding, ControlPoint)


def a_sample(grant: Grant, size: int = 1, seed: str = SEED) -> ControlSample:
    """Price the signs of risk and draw from the round of a grant."""
    by = person(grant.attester.id)
    services.set_risk_points(grants.scheme(), TERMS, by=by, at=NOW)
    return services.draw_sample(
        rounds.first(grant.round.call.id), seed=seed, seed_source=SOURCE, size=size, by=by, at=NOW
    )


def the_control(sample: ControlSample, case: int | None = None) -> Control:
    """Read the control of a drawn case anew, by default of the first."""
    number = sample.id
    forget(*ROWS)
    view = queries.sample(number)
    found = view.controls[case or view.drawn[0].application_id].id
    forget(*ROWS)
    return queries.control(found)
