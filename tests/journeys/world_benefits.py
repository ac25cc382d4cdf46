"""Benefits of a project: chosen, measured in the lead's kommune, and asked about."""

from accounts.queries import person_by_email
from criteria.benefitwords import ValueKind
from followup.benefits import queries, services
from followup.benefits.services import NewRisk, Offer
from tests.builders.benefits import Followed, a_plan, fill, follow, record
from tests.builders.decisions import NOW
from tests.builders.payments import Grant
from tests.journeys.worldmap import World


def follow_benefits(world: World, grant: Grant) -> None:
    """Record a baseline, a target and a measurement that is behind; a question waits."""
    administrator = person_by_email("anne.administrator@example.org")
    assert administrator is not None
    fill(administrator)
    followed = follow(grant)
    a_plan(followed)
    late = record(
        followed, ValueKind.MEASURED, "55", NOW.date(), explanation="Opplæringen kom sent."
    )
    risk = NewRisk(
        text="Lite brukt", probability=30, share_lost=50, mitigation="Opplæring", owner="Leder"
    )
    services.add_risk(followed.benefit, risk, by=followed.lead, at=NOW)
    kommune = queries.members_of(grant.application.id)[0]
    question = services.ask_about(
        followed.indicator, kommune, "Hvor mange vakter er med?", by=grant.round.drafter, at=NOW
    )
    offered = services.propose_handover(
        grant.application, kommune, _offer(followed), by=followed.lead, at=NOW
    )
    world.knows(benefit_receiver=followed.partners_signatory)
    world.ids |= {
        "handover": offered.id,
        "benefit": followed.benefit.id,
        "indicator": followed.indicator.id,
        "measuring_kommune": kommune,
        "measurement": late.id,
        "benefit_question": question.id,
    }


def _offer(followed: Followed) -> Offer:
    """Offer the benefit to the first participant."""
    return Offer(
        receiver=followed.partner.organisation_id, contact="Kommunalsjef helse",
        email="kommunalsjef@example.org", takes_over_on=NOW.date(), codes=("G2",),
        plan="Hvert år i mars.", why="Prosjektet er slutt.",
    )  # fmt: skip
