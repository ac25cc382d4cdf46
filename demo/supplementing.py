"""More money for a round that is decided: the reserve list gets it, in decisions and letters of its own."""

from datetime import datetime, timedelta

from assessments import queries as assessments
from assessments import services as assessing
from assessments.services import ExtraFrame
from criteria.allocation.reserve import Extra, Order
from criteria.steps import Step
from decisions import queries, services
from decisions.models import DecisionKind
from demo import deciding
from demo.applying import Stage
from foundation import clock, outbox
from foundation.database import db
from foundation.money import Ore
from grants import queries as grants

BASIS = "Revidert nasjonalbudsjett, kap. 701 post 60. (Demodata)"
WHY = "De neste på reservelisten får, i rekkefølgen fra rangeringen. (Demodata)"


def supplement(stage: Stage, extra: Ore, *, at: datetime) -> None:
    """Share an extra frame out over the reserve list; draft, sign and publish what it adds."""
    officer, maker = stage.cast.officers[0], stage.cast.decision_makers[0]
    frame = ExtraFrame(Extra(extra, Order.BY_PLACE), BASIS)
    made = assessing.propose_extra(grants.call(stage.call.id), frame, by=officer, at=at)
    chosen_at = at + timedelta(hours=1)
    assessing.choose_extra(assessments.proposal(made.id), reason=WHY, by=officer, at=chosen_at)
    services.draft_supplements(stage.call, by=officer, at=chosen_at + timedelta(hours=1))
    db.session.expunge_all()
    signed_at = at + timedelta(days=1)
    drafts = [one for one in queries.decisions_of_round(stage.call.id) if one.signed_at is None]
    refused = services.sign_round(
        stage.call, drafts, by=maker, at=signed_at, publish_on=clock.in_oslo(signed_at).date()
    )
    if refused:
        raise refused[0].because
    outbox.work_until_empty(signed_at + timedelta(minutes=30))
    db.session.expunge_all()
    services.publish_round(stage.call, by=maker, at=signed_at + timedelta(hours=1))
    db.session.expunge_all()
    _accept(stage, at=signed_at + timedelta(days=6))


def _accept(stage: Stage, *, at: datetime) -> None:
    """Let who was refused before accept what they get now."""
    waiting = [
        one.id
        for one in queries.decisions_of_round(stage.call.id)
        if one.kind is DecisionKind.SUPPLEMENT and one.application.step is Step.AWARDED
    ]
    for number, decision_id in enumerate(waiting):
        deciding.accept(stage, decision_id, at=at + timedelta(hours=number))
        db.session.expunge_all()
