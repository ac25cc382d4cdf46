"""Extra frames that reach cases which are decided already, made by the acts themselves."""

from datetime import timedelta

from assessments import queries as assessments
from assessments import services as assessing
from assessments.models import Proposal
from assessments.services import ExtraFrame
from criteria.allocation.reserve import Extra, Order
from decisions import services
from decisions.models import Decision
from foundation.money import Ore, kroner
from grants import queries as grants
from tests.builders.decisions import NOW, Round, make_documents

EXTRA = kroner(2_000_000)
AFTERWARDS = NOW + timedelta(days=2)
FROM = "Revidert nasjonalbudsjett, kap. 701 post 60"


def an_extra_frame(made: Round, amount: Ore = EXTRA, order: Order = Order.BY_PLACE) -> Proposal:
    """Share an extra frame out over a round's reserve list, and choose it."""
    frame = ExtraFrame(Extra(amount, order), FROM)
    call = grants.call(made.call.id)
    proposal = assessing.propose_extra(call, frame, by=made.drafter, at=AFTERWARDS)
    whole = assessments.proposal(proposal.id)
    assessing.choose_extra(whole, reason="Neste på listen.", by=made.drafter, at=AFTERWARDS)
    return assessments.proposal(proposal.id)


def draft_supplements(made: Round) -> list[Decision]:
    """Let the handler draft what is added; give the drafts."""
    services.draft_supplements(made.call, by=made.drafter, at=AFTERWARDS)
    return unsigned(made)


def unsigned(made: Round) -> list[Decision]:
    """Read the drafts of a round anew."""
    return [one for one in made.decisions() if one.signed_at is None]


def sign_supplements(made: Round) -> tuple[services.Refused, ...]:
    """Let the decision maker sign what is drafted."""
    return services.sign_round(made.call, unsigned(made), by=made.maker, at=AFTERWARDS)


def publish_supplements(made: Round) -> int:
    """Make the letters and publish what is signed."""
    make_documents(AFTERWARDS)
    return services.publish_round(made.call, by=made.maker, at=AFTERWARDS)
