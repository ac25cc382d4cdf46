"""What the made-up kommuner plan, a group that gathers, and one that has become an application."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

from accounts.models import MunicipalityVersion
from applications.finding import queries, services
from applications.finding.contents import PlanTerms
from applications.finding.models import Reply, ServiceArea
from applications.finding.networks import known_networks
from demo.applying import Stage
from demo.people import DOMAIN, Cast
from foundation.database import db
from grants.models import Measure
from grants.queries import needs

PLANS = 24
NEAR_BODO = ("1804", "1841", "1838")
"""Kommuner with accounts on the sign-in page: the first forms a group, the second is in, the third asked."""
APPLIED = ("1806", "1870", "1865")
"""The group that has begun on an application."""
SYSTEMS = ("Demojournal", "Eksempeljournal", "Prøvejournal")
SAYINGS = {
    "nb": (
        "Vi trenger et felles journalsystem for tjenestene våre og vil gjerne kjøpe inn sammen. (Demodata)",
        "Kommunen vil samarbeide om felles journal. (Demodata)",
        "Vil dere være med på et felles innkjøp? (Demodata)",
    ),
    "nn": (
        "Vi treng eit felles journalsystem for tenestene våre og vil gjerne kjøpe inn saman. (Demodata)",
        "Kommunen vil samarbeide om felles journal. (Demodata)",
        "Vil de vere med på eit felles innkjøp? (Demodata)",
    ),
}


def gather(
    stage: Stage, kommuner: Sequence[MunicipalityVersion], *, at: datetime
) -> None:
    """Let some kommuner publish plans for the measure of an open call, and some of them gather."""
    known = {one.number: one for one in kommuner}
    measure = db.session.get_one(Measure, stage.call.measure_id)
    placed = [known[number] for number in (*NEAR_BODO, *APPLIED) if number in known]
    others = [one for one in kommuner if one not in placed]
    drawn = stage.rng.sample(others, min(PLANS, len(others)))
    for place, kommune in enumerate([*placed, *sorted(drawn, key=lambda one: one.number)]):
        services.publish_plan(
            kommune.organisation, measure,
            _terms(kommune, stage.cast, stage.rng, at.date(), alike=place < len(placed)),
            by=stage.cast.signatories[kommune.organisation_id], at=at + timedelta(minutes=place),
        )
    _form(stage, measure, [known[one] for one in NEAR_BODO if one in known], 1, at=at)
    applied = [known[one] for one in APPLIED if one in known]
    group = _form(stage, measure, applied, len(applied) - 1, at=at)
    lead = applied[0].organisation
    by = stage.cast.signatories[lead.id]
    services.apply_together(
        queries.group_of(by, group), stage.call, lead, title=f"Felles journal, {applied[0].name}",
        by=by, at=at + timedelta(days=2),
    )


def _terms(
    kommune: MunicipalityVersion, cast: Cast, rng: Random, today: date, *, alike: bool
) -> PlanTerms:
    """Say what a plan says; those that are alike want the same at the same time."""
    catalogue = needs()
    language = "nn" if kommune.language_form == "nynorsk" else "nb"
    areas = [ServiceArea.HOME_CARE, ServiceArea.NURSING_HOME, ServiceArea.EMERGENCY_CARE]
    by = cast.signatories[kommune.organisation_id]
    return PlanTerms(
        needs=frozenset(
            one.id for one in (catalogue[2:7] if alike else rng.sample(catalogue, rng.randint(2, 5)))
        ),
        services=frozenset(areas if alike else rng.sample(areas, rng.randint(1, 3))),
        networks=known_networks(kommune),
        present_system=SYSTEMS[0] if alike else rng.choice((*SYSTEMS, "")),
        wanted_from=date(today.year + 1, 3 if alike else rng.randint(1, 12), 1),
        description=SAYINGS[language][0],
        public_summary=SAYINGS[language][1] if rng.random() < SHARE_OF_OPEN else "",
        contact_name=by.name,
        contact_email=f"plan.{kommune.number}@{DOMAIN}",
    )


SHARE_OF_OPEN = 0.4


def _form(
    stage: Stage, measure: Measure, kommuner: Sequence[MunicipalityVersion], joining: int,
    *, at: datetime,
) -> int:
    """Let the first kommune form a group with the others; so many of them say yes."""
    first, *others = kommuner
    later = at + timedelta(days=1)
    language = "nn" if first.language_form == "nynorsk" else "nb"
    made = services.form_group(
        first.organisation, measure, [one.organisation for one in others],
        name=f"{first.name}-gruppen" if language == "nb" else f"{first.name}-gruppa",
        message=SAYINGS[language][2],
        by=stage.cast.signatories[first.organisation_id], at=later,
    )
    for one in others[:joining]:
        by = stage.cast.signatories[one.organisation_id]
        services.reply(
            queries.group_of(by, made.id), one.organisation_id, Reply.YES, by=by,
            at=later + timedelta(hours=2),
        )
    return made.id
