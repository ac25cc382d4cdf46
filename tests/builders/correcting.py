"""Clerical errors in decisions, corrected by the acts themselves."""

from datetime import datetime, timedelta

from criteria.correcting import ClericalError, Corrected
from decisions.correcting import queries, services
from decisions.correcting.content import fingerprint
from decisions.correcting.models import DecisionCorrection
from decisions.models import Decision
from tests.builders.decisions import NOW, Round

LATER: datetime = NOW + timedelta(days=2)
WHY = "Tilskuddet er gitt til prosjektet. I brevet er ordet bøyd feil."


def propose(
    made: Round, decision: Decision, wrong: str, right: str, *, language: str = "nb"
) -> DecisionCorrection:
    """Let the officer propose what shall stand in one form of Norwegian."""
    return services.propose_correction(
        decision, ClericalError.WORDING, {language: Corrected(wrong, right)},
        why=WHY, by=made.drafter, at=LATER,
    )  # fmt: skip


def sign(made: Round, correction: DecisionCorrection) -> DecisionCorrection:
    """Let the decision maker sign what waits, as it stands."""
    found = queries.correction(correction.id)
    services.sign_correction(found, seen=fingerprint(found), by=made.maker, at=LATER)
    return found
