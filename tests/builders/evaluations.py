"""Evaluations of measures, made by the acts themselves."""

from accounts.models import Person
from figures.evaluations import queries, services
from figures.evaluations.models import Evaluation, ProposedChange
from figures.evaluations.sealing import texts_of, words_of
from foundation.language import Bilingual
from grants.models import Measure
from tests.builders.decisions import NOW
from tests.builders.payments import forget

LEARNT = Bilingual("Opplæring tok mest tid.", "Opplæring tok mest tid.")
ASSESSED = Bilingual("Tiltaket virker, men sent.", "Tiltaket verkar, men seint.")
CHANGE = Bilingual("Krev en plan for opplæring.", "Krev ein plan for opplæring.")
REASON = Bilingual("Fire av fem manglet en.", "Fire av fem mangla ein.")


def anew(evaluation_id: int) -> Evaluation:
    """Read an evaluation anew."""
    forget(Evaluation, ProposedChange)
    return queries.evaluation(evaluation_id)


def rewrite(evaluation: Evaluation, assessed: Bilingual, officer: Person) -> None:
    """Write the texts of an evaluation, having read those that are there."""
    services.write(
        evaluation, learnt=LEARNT, assessment=assessed, seen=texts_of(evaluation), by=officer, at=NOW
    )


def a_written_one(measure: Measure, officer: Person, year: int = NOW.year) -> Evaluation:
    """Write the evaluation of a measure's year with one proposed change."""
    begun = services.begin(measure, year, by=officer, at=NOW)
    rewrite(begun, ASSESSED, officer)
    services.propose(begun, change=CHANGE, reason=REASON, by=officer, at=NOW)
    return anew(begun.id)


def a_published_one(measure: Measure, officer: Person, leader: Person) -> Evaluation:
    """Have a leader sign and publish an evaluation, and adopt what it proposes."""
    written = a_written_one(measure, officer)
    services.sign(written, seen=words_of(written), by=leader, at=NOW)
    services.publish(written, by=leader, at=NOW)
    change = queries.change(written.proposals[0].id)
    services.settle_change(change, adopt=True, why="Enig.", by=leader, at=NOW)
    return anew(written.id)
