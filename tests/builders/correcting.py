"""Clerical errors in decisions, corrected by the acts themselves."""

from datetime import datetime, timedelta

from accounts.models import Person
from criteria.correcting import ClericalError, Corrected
from decisions.correcting import queries, services
from decisions.correcting.content import fingerprint
from decisions.correcting.models import DecisionCorrection
from decisions.correcting.reading import as_it_reads
from decisions.models import Decision
from tests.builders.decisions import NOW, Round

LATER: datetime = NOW + timedelta(days=2)
SPELLING = "Helseteknologi-ordningen"
WHY = "Tilskuddet er gitt til prosjektet. I brevet er ordet bøyd feil."


def propose(
    made: Round, decision: Decision, wrong: str, right: str, *, language: str = "nb"
) -> DecisionCorrection:
    """Let the officer propose what shall stand in one form of Norwegian."""
    return services.propose_correction(
        decision, ClericalError.WORDING, {language: Corrected(wrong, right)},
        why=WHY, by=made.drafter, at=LATER,
    )  # fmt: skip


def propose_name(decision: Decision, by: Person) -> DecisionCorrection:
    """Let an officer propose another spelling of the scheme's name, which stands in every letter."""
    texts = {one: Corrected("Helseteknologiordningen", SPELLING) for one in as_it_reads(decision.id)}
    return services.propose_correction(
        decision, ClericalError.NAME, texts, why=WHY, by=by, at=LATER
    )


def sign(made: Round, correction: DecisionCorrection) -> DecisionCorrection:
    """Let the decision maker sign what waits, as it stands."""
    found = queries.correction(correction.id)
    services.sign_correction(found, seen=fingerprint(found), by=made.maker, at=LATER)
    return found
