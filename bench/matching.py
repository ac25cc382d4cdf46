"""Suggesting for all kommuner at once: every one of the register has a plan for the same measure.

`kommuner`: how many. `seconds`: reading all plans from SQLite, comparing every two, and partners and groups
for every kommune with their reasons. `rules_seconds`: the rules alone. `suggest_over_plain`: the rules over
the plain thing, counting the needs that each two plans share and nothing else. Medians of TIMES runs, taken
in turn.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from accounts import queries as accounts
from accounts import registration
from app import create_app
from applications.finding import services
from applications.finding.contents import OPEN_TO_KOMMUNER, PlanTerms
from applications.finding.models import ServiceArea
from applications.finding.networks import known_networks
from applications.finding.queries import living_plans, measures_by_code
from applications.finding.suggesting import profiles_of
from bench.serving import seconds
from criteria.matching import Profile, Suggestions, Terms, suggest_to_all
from demo import people
from foundation import clock, schema
from foundation.database import db
from foundation.settings import Settings
from grants import setting_up
from grants.queries import needs

BEGINNING = datetime(2024, 1, 2, 7, 0, tzinfo=UTC)
SYSTEMS = ("Demojournal", "Eksempeljournal", "Prøvejournal", "")
TIMES = 7


def run() -> dict[str, float]:
    """Measure; takes about half a minute, most of it to register people and publish plans."""
    with TemporaryDirectory() as name, create_app(Settings.for_demo(Path(name))).app_context():
        schema.upgrade(db.engine)
        measure_id = _everybody_plans(Random(357))
        field = profiles_of(living_plans(measure_id), clock.today())
        whole, rules, plain = [], [], []
        for _ in range(TIMES):
            db.session.remove()
            whole.append(seconds(lambda: _suggest(measure_id)))
            rules.append(seconds(lambda: suggest_to_all(field, Terms())))
            plain.append(seconds(lambda: _plain(field)))
        db.session.remove()
        db.engine.dispose()
        return {
            "kommuner": len(field),
            "seconds": round(median(whole), 3),
            "rules_seconds": round(median(rules), 3),
            "suggest_over_plain": round(median(rules) / median(plain), 2),
        }


def _suggest(measure_id: int) -> Suggestions:
    return suggest_to_all(profiles_of(living_plans(measure_id), clock.today()), Terms())


def _plain(field: Sequence[Profile]) -> int:
    return sum(len(one.needs & other.needs) for one, other in combinations(field, 2))


def _everybody_plans(rng: Random) -> int:
    """Let every kommune of the register publish a plan; give the measure's id."""
    today = clock.today()
    registration.load_register(at=BEGINNING)
    cast = people.cast(seed=1, at=BEGINNING, on=today)
    setting_up.set_up(by=cast.administrator, at=BEGINNING)
    measure, catalogue = measures_by_code(OPEN_TO_KOMMUNER)[0], [one.id for one in needs()]
    for kommune in accounts.municipalities(today):
        services.publish_plan(
            kommune.organisation, measure,
            PlanTerms(
                needs=frozenset(rng.sample(catalogue, rng.randint(2, 6))),
                services=frozenset(rng.sample(list(ServiceArea), rng.randint(1, 5))),
                networks=known_networks(kommune),
                present_system=rng.choice(SYSTEMS),
                wanted_from=date(today.year + 1, rng.randint(1, 12), 1),
            ),
            by=cast.signatories[kommune.organisation_id], at=BEGINNING,
        )
    return measure.id
