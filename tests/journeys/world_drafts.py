"""Drafts that wait for their partners: untouched, with other figures, declined, and fallen."""

from accounts.models import Person
from applications import services
from applications.messages.services import ask_office
from criteria.budget import Source
from foundation import clock
from foundation.money import kroner
from tests.builders.applications import AUTHORITY, a_filled_draft, participants
from tests.builders.assessments import a_collaboration_of
from tests.builders.decisions import NOW
from tests.builders.finding import Neighbours, a_group, a_plan, plan_terms
from tests.builders.grants import a_call
from tests.builders.partners import a_fact_sheet, an_interest, an_offer
from tests.journeys.worldmap import World, still_open


def write_applications(world: World, administrator: Person) -> None:
    """Leave a whole draft that waits for its partners."""
    together = a_collaboration_of(a_call(administrator, still_open("skriv-2026")), 30)
    draft = a_filled_draft(together)
    ask_office(draft, body="Kan vi søke for tre år?", by=together.signatory, at=NOW)
    near = Neighbours.of(together)
    plans = [
        a_plan(place, signatory, plan_terms(public_summary="Vi vil kjøpe inn sammen med andre."))
        for place, signatory in zip(near.kommuner, near.people, strict=True)
    ]
    world.ids |= {"plan": plans[0].id, "group": a_group(near, *range(2, len(plans))).id}
    world.ids |= {"writers_kommune": near.kommuner[0].id, "measure": plans[0].measure_id}
    world.knows(writer=together.signatory, partner=together.others_signatories[0])
    proposer = participants(draft)[1]
    an_offer(draft, proposer, together.others_signatories[1])
    a_fact_sheet(together.others[0], together.others_signatories[0])
    an_interest(together.lead, draft.call.measure, together.signatory)
    world.ids |= {"proposer": proposer.id, "partner_place": together.others[0].id}
    world.ids |= {
        "writing_call": draft.call_id,
        "draft": draft.id,
        "participant": participants(draft)[0].id,
    }


def answer_as_partners(world: World, administrator: Person) -> None:
    """Leave a draft where one partner has declined, and what the other confirmed has changed."""
    together = a_collaboration_of(a_call(administrator, still_open("svar-2026")), 31)
    draft = a_filled_draft(together)
    confirming, declining = participants(draft)
    signs, says_no = together.others_signatories
    at = clock.now()
    services.confirm_part(confirming, authority=AUTHORITY, by=signs, at=at)
    services.decline_part(declining, reason="Vi har nettopp byttet journal.", by=says_no, at=at)
    draft = together.read(draft.id)
    activity = draft.chosen_activities[0].activity_id
    cells = [
        services.BudgetCell(2026, confirming.id, activity, source, kroner(500_000))
        for source in (Source.GRANT, Source.OWN_FUNDING)
    ]
    services.set_partner_budget(confirming, cells, by=together.signatory, at=at)
    world.knows(coordinator=together.signatory, surprised=together.others_signatories[0])
    world.ids |= {"answered": draft.id, "fallen": confirming.id}
