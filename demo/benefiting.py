"""Playing benefits: the catalogue is taken in, some projects follow what they hoped for, some pass it on."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import select

from accounts.models import Person
from applications.models import Application
from applications.queries import any_application
from criteria.benefits import Given, Point
from criteria.benefitwords import Grade, Use, ValueKind
from criteria.steps import Step
from demo.people import Cast
from followup.benefits import queries, services
from followup.benefits.models import ProjectIndicator
from followup.benefits.services import NewRisk, Offer, Promise
from followup.benefits.sheet import load_catalogue
from foundation.database import db

PROJECTS, KOMMUNER = 3, 3
"""How many projects follow benefits, and how many kommuner of each have measured."""
HANDED = 2
"""In how many of them a kommune has offered the lead a benefit; the first lead has accepted."""
METHOD = "Stikkprøve av 40 vakter, talt i journalen. (Demodata)"
LATE = "Opplæringen kom et halvt år senere enn planen. Vi har satt av flere vikarer. (Demodata)"
PROMISE = Promise(
    owner="Kommunalsjef helse og mestring", use=Use.BETTER_QUALITY,
    how="Tiden brukes på flere hjemmebesøk. (Demodata)",
    other_causes="Vi sammenlikner med sonene som ikke har byttet journal. (Demodata)",
)  # fmt: skip
RISK = NewRisk(
    text="Få tar den nye funksjonaliteten i bruk. (Demodata)", probability=30, share_lost=50,
    mitigation="Superbruker i hver sone. (Demodata)", owner="Prosjektleder",
)  # fmt: skip


def follow_benefits(cast: Cast, as_of: date, *, at: datetime) -> None:
    """Let a few projects whose grant is accepted follow time set free, each kommune on its own way."""
    services.fill_benefits(load_catalogue(), by=cast.administrator, at=at)
    cases = db.session.scalars(
        select(Application.id)
        .where(Application.step.in_((Step.ACCEPTED, Step.COMPLETED)))
        .order_by(Application.id)
        .limit(PROJECTS)
    ).all()
    for number, case_id in enumerate(cases):
        case = any_application(case_id)
        lead, *others = queries.members_of(case.id)
        by = cast.signatories[lead]
        services.choose_benefits(case, ["G1", "G2"], by=by, at=at)
        benefit = next(one for one in queries.benefits_of(case.id) if one.code == "G2")
        services.add_risk(benefit, RISK, by=by, at=at)
        indicator = next(one for one in benefit.indicators if one.code == "G2-G1")
        for place, kommune in enumerate((lead, *others)[:KOMMUNER]):
            person = cast.signatories[kommune]
            services.name_owner(benefit, kommune, PROMISE, by=person, at=at)
            _measure(indicator, kommune, person, as_of, at, gained=12 - 5 * place + number)
        if others and number < HANDED:
            _hand_over(case, others[0], lead, cast, at=at, accepted=number == 0)
    db.session.expunge_all()


def _measure(
    indicator: ProjectIndicator, kommune: int, by: Person, as_of: date, at: datetime, *, gained: int
) -> None:
    """Record a baseline, a target of twenty minutes less, and two measurements on the way."""
    begun = as_of - timedelta(days=500)
    course = (
        (ValueKind.BASELINE, 52, begun),
        (ValueKind.TARGET, 32, as_of + timedelta(days=300)),
        (ValueKind.MEASURED, 52 - gained // 2, as_of - timedelta(days=260)),
        (ValueKind.MEASURED, 52 - gained, as_of - timedelta(days=20)),
    )
    for kind, value, on in course:
        found = kind is not ValueKind.TARGET
        given = Given(
            kind=kind,
            point=Point(Decimal(value), on),
            method=METHOD if found else "",
            grade=(Grade.MEASURED if gained % 2 else Grade.ESTIMATED) if found else None,
            explanation=LATE if kind is ValueKind.MEASURED else "",
        )
        services.record_value(indicator, kommune, given, by=by, at=at)


def _hand_over(
    case: Application, giver: int, receiver: int, cast: Cast, *, at: datetime, accepted: bool
) -> None:
    """Let a kommune offer another one of its benefits, and the other perhaps accept."""
    offer = Offer(
        receiver=receiver, contact="Fagansvarlig for journal", email="gevinster@demo.example",
        takes_over_on=at.date(), codes=["G1"], plan="Samme måling, en gang i året. (Demodata)",
        why="Hovedsøkeren følger opp journalen for alle. (Demodata)",
    )  # fmt: skip
    made = services.propose_handover(case, giver, offer, by=cast.signatories[giver], at=at)
    if accepted:
        by = cast.signatories[receiver]
        services.accept_handover(queries.handover_of(by, made.id), by=by, at=at)
