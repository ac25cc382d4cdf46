"""A clerical error in a letter: one corrected and sent, and one that waits for a signature."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from criteria.correcting import ClericalError, Corrected
from decisions import queries
from decisions.correcting import queries as corrections
from decisions.correcting import services
from decisions.correcting.content import fingerprint
from decisions.correcting.reading import as_it_reads
from decisions.grounds import AWARDS
from decisions.models import Decision
from demo.applying import Stage
from foundation.database import db

WHY = (
    "Prosjektet heter dette i samarbeidsavtalen. I søknaden og brevet mangler fasen i navnet. Søkeren har "
    "gjort oss oppmerksom på det. (Demodata)"
)
PHASE = ", fase 1"


def correct(stage: Stage, *, at: datetime) -> None:
    """Correct the name of a project in a letter of a published round, and propose it in another."""
    found = _small_awards(stage)
    for decision in found[:2]:
        _propose(stage, decision.id, at)
    if found:
        _sign(stage, found[0].id, at + timedelta(hours=3))


def _small_awards(stage: Stage) -> Sequence[Decision]:
    """Give the awards with the fewest participants: each gets a letter of its own."""
    awards = [
        one
        for one in queries.decisions_of_round(stage.call.id)
        if one.outcome in AWARDS and one.published_at is not None
    ]
    return sorted(awards, key=lambda one: (len(one.application.partners), one.id))[:2]


def _propose(stage: Stage, decision_id: int, at: datetime) -> None:
    decision = queries.decision(decision_id)
    title = decision.application.title
    texts = {one: Corrected(title, title + PHASE) for one in as_it_reads(decision_id)}
    services.propose_correction(
        decision, ClericalError.NAME, texts, why=WHY, by=stage.cast.officers[0], at=at
    )
    db.session.expunge_all()


def _sign(stage: Stage, decision_id: int, at: datetime) -> None:
    (proposed,) = corrections.corrections_of([decision_id])
    found = corrections.correction(proposed.id)
    maker = stage.cast.decision_makers[0]
    services.sign_correction(found, seen=fingerprint(found), by=maker, at=at)
    db.session.expunge_all()
