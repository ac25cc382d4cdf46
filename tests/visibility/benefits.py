"""Benefits of the world's accepted case: the lead's figures, the partner's, and a question about them."""

from applications.models import Application
from criteria.benefitwords import ValueKind
from followup.benefits import queries, services
from followup.benefits.models import Measurement, ProjectIndicator
from followup.benefits.services import NewRisk, Offer
from followup.benefits.sheet import load_catalogue
from foundation import clock
from tests.builders.benefits import BEFORE, given
from tests.visibility.viewers import ADMITTED, CONFIRMED, LEAD, Viewer
from tests.visibility.world import Ids, World

LEADS_FIGURES = "the lead's figures of a benefit"
PARTNERS_FIGURES = "the partner's figures of a benefit"
HANDED = "a handover of a benefit"
OWN = CONFIRMED
"""Whoever acts for the partner whose figures there are."""
RECEIVER = frozenset({Viewer.NEIGHBOUR})
"""Whose organisation is asked to take the partner's benefit over."""
BOTH_SIDES = OWN | RECEIVER


def follow_benefits(world: World, case: Application) -> None:
    """Let the project of an accepted case follow a benefit, and two kommuner record what they know."""
    at, lead = clock.now(), world.who(Viewer.LEAD_SIGNATORY)
    services.fill_benefits(load_catalogue(), by=world.administrator, at=at)
    services.choose_benefits(case, ["G2"], by=lead, at=at)
    (benefit,) = queries.benefits_of(case.id)
    indicator = next(one for one in benefit.indicators if one.code == "G2-G1")
    words = world.secrets.plant("threat", LEADS_FIGURES, LEAD | CONFIRMED | ADMITTED)
    risk = NewRisk(text=words, probability=10, share_lost=10, mitigation="Opplæring", owner="Leder")
    services.add_risk(benefit, risk, by=lead, at=at)
    made = _record(world, indicator, Viewer.LEAD_SIGNATORY)
    _record(world, indicator, Viewer.PARTNER)
    ask = world.secrets.plant("question about figures", LEADS_FIGURES, LEAD | ADMITTED)
    kommune = world.kommuner.lead.id
    question = services.ask_about(indicator, kommune, ask, by=world.who(Viewer.HANDLER), at=at)
    shared: Ids = {
        "benefit_id": benefit.id, "indicator_id": indicator.id, "value_kind": "maling",
    }  # fmt: skip
    world.places[LEADS_FIGURES] = {
        **shared, "kommune_id": kommune, "value_id": made.id, "question_id": question.id,
        "benefit_code": "G2", "risk_number": 1,
    }  # fmt: skip
    partner = world.kommuner.partner.id
    world.places[PARTNERS_FIGURES] = {**shared, "kommune_id": partner}
    words = world.secrets.plant("measuring plan", HANDED, BOTH_SIDES | ADMITTED)
    offer = Offer(
        receiver=world.kommuner.neighbour.id, contact="Leder", email="leder@example.org",
        takes_over_on=clock.today(), codes=("G2",), plan=words, why="Prosjektet er slutt.",
    )  # fmt: skip
    handover = services.propose_handover(case, partner, offer, by=world.who(Viewer.PARTNER), at=at)
    world.places[HANDED] = {"handover_id": handover.id}


def _record(world: World, indicator: ProjectIndicator, viewer: Viewer) -> Measurement:
    at, by = clock.now(), world.who(viewer)
    is_leads = viewer is Viewer.LEAD_SIGNATORY
    kommune = world.kommuner.lead if is_leads else world.kommuner.partner
    place, seen_by = (LEADS_FIGURES, LEAD) if is_leads else (PARTNERS_FIGURES, LEAD | OWN)
    services.record_value(
        indicator, kommune.id, given(ValueKind.BASELINE, "52", BEFORE), by=by, at=at
    )
    words = world.secrets.plant("why behind", place, seen_by | ADMITTED)
    late = given(ValueKind.MEASURED, "51", clock.today(), explanation=words)
    return services.record_value(indicator, kommune.id, late, by=by, at=at)
