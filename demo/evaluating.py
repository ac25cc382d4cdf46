"""Evaluations of measures: last year's signed and public, and this year's being written."""

from datetime import datetime, timedelta

from demo.people import Cast
from figures.evaluations import queries, services
from figures.evaluations.sealing import texts_of, words_of
from foundation.database import db
from foundation.language import Bilingual
from grants import queries as grants

LEARNT = Bilingual(
    "Kommunene brukte mest tid på å samle kravene sine og lære opp folk. De som satte av en egen "
    "prosjektleder, kom lengst. (Demodata)",
    "Kommunane brukte mest tid på å samle krava sine og lære opp folk. Dei som sette av ein eigen "
    "prosjektleiar, kom lengst. (Demodata)",
)
ASSESSMENT = Bilingual(
    "Tiltaket virker slik det var tenkt, men små kommuner trenger mer hjelp i starten. (Demodata)",
    "Tiltaket verkar slik det var tenkt, men små kommunar treng meir hjelp i starten. (Demodata)",
)
CHANGES = (
    (
        Bilingual("Be om en plan for opplæring i søknaden.", "Be om ein plan for opplæring i søknaden."),
        Bilingual("Opplæring gir flest avvik.", "Opplæring gir flest avvik."),
    ),
    (
        Bilingual("Hev taket for små kommuner.", "Hev taket for små kommunar."),
        Bilingual("De har like store faste kostnader.", "Dei har like store faste kostnader."),
    ),
)


def evaluate(cast: Cast, *, at: datetime) -> None:
    """Evaluate the first measure: the year before is signed, public and settled; this year's is begun."""
    officer, leader = cast.officers[0], cast.decision_makers[0]
    measure = grants.scheme().measures[0]
    last = services.begin(measure, at.year - 1, by=officer, at=at)
    services.write(last, learnt=LEARNT, assessment=ASSESSMENT, seen=texts_of(last), by=officer, at=at)
    for change, reason in CHANGES:
        services.propose(last, change=change, reason=reason, by=officer, at=at)
    db.session.expire_all()
    later = at + timedelta(hours=1)
    read = queries.evaluation(last.id)
    services.sign(read, seen=words_of(read), by=leader, at=later)
    services.publish(queries.evaluation(last.id), by=leader, at=later)
    adopted, rejected = (one.id for one in queries.evaluation(last.id).proposals)
    services.settle_change(
        queries.change(adopted), adopt=True, why="Det gir færre avvik. (Demodata)", by=leader, at=later
    )
    services.settle_change(
        queries.change(rejected), adopt=False, why="Taket er satt for å nå flere. (Demodata)",
        by=leader, at=later,
    )  # fmt: skip
    call = queries.calls_of(measure.id)[0]
    services.take_in(queries.change(adopted), call.id, by=officer, at=later)
    begun = services.begin(measure, at.year, by=officer, at=later)
    services.write(
        begun, learnt=LEARNT, assessment=ASSESSMENT, seen=texts_of(begun), by=officer, at=later
    )
