"""A smaller round after its publication: signed, printed, published and answered, by the acts."""

from datetime import date

from accounts.queries import person
from applications.queries import applications_by_id
from assessments.queries import chosen_proposal
from assessments.services import declare_impartial
from decisions import queries, services
from foundation import clock, outbox
from grants import queries as grants
from tests.journeys import answering
from tests.journeys.browsing import at
from tests.journeys.parties import ruled
from tests.journeys.playing import PUBLISHED
from tests.journeys.proposed import Proposed, a_proposed_round
from tests.scenes import scene


@scene
def an_answered_round(cases: int) -> Proposed:
    """Let the second award be declined, the third not be answered, and all others be accepted."""
    made = a_proposed_round(cases)
    drafter, maker = person(made.officers[0].id), person(made.maker.id)
    with at("2026-05-13"):
        chosen = chosen_proposal(made.call)
        assert chosen is not None
        services.draft_decisions(chosen, by=drafter, at=clock.now())
    with at("2026-05-18"):
        declare_impartial(applications_by_id(made.cases), by=maker, at=clock.now())
        drafts = queries.decisions_of_round(made.call)
        day, call = date.fromisoformat(PUBLISHED), grants.call(made.call)
        refused = services.sign_round(call, drafts, by=maker, at=clock.now(), publish_on=day)
        assert refused == ()
        outbox.work_until_empty(clock.now())
    with at(PUBLISHED):
        services.publish_round(call, by=maker, at=clock.now())
        outbox.work_until_empty(clock.now())
    with at("2026-05-21"):
        first, second, _third, *rest = (one for one in ruled(made.call) if one.is_award)
        answering.accept([first, *rest])
        by = second.lead.person()
        answered = queries.published_decision(by, second.id)
        services.answer_award(answered, accepted=False, account_number=None, by=by, at=clock.now())
        outbox.work_until_empty(clock.now())
    return made
