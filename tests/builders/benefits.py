"""The catalogue of benefits and a project's register, made by the acts themselves."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accounts.models import Person
from accounts.queries import person
from applications.models import Partner
from criteria.benefits import Given, Judgement, Point
from criteria.benefitwords import Grade, Level, Use, ValueKind
from followup.benefits import queries, services
from followup.benefits.models import Measurement, ProjectBenefit, ProjectIndicator
from followup.benefits.services import Promise
from followup.benefits.sheet import load_catalogue
from tests.builders.accounts import an_administrator
from tests.builders.changing import participants, signs_for
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, an_accepted_grant, signatory_of
from tests.scenes import scene

BEFORE = date(2026, 1, 10)
LATER = date(2028, 12, 31)
METHOD = "Stikkprøve av 40 vakter."
MIDDLING = Judgement(
    potential=Level.MIDDLE, strategy=Level.MIDDLE, measurability=Level.MIDDLE,
    causality=Level.MIDDLE, risk=Level.MIDDLE,
)  # fmt: skip


@dataclass
class Followed:
    """A grant whose project follows benefit G2, with the indicator of time spent."""

    grant: Grant
    benefit: ProjectBenefit
    indicator: ProjectIndicator

    @property
    def lead(self) -> Person:
        """Who signs for the lead."""
        return signatory_of(self.grant.application)

    @property
    def lead_kommune(self) -> int:
        """The lead's organisation."""
        return queries.members_of(self.grant.application.id)[0]

    @property
    def partner(self) -> Partner:
        """The first participant."""
        return participants(self.grant)[0]

    @property
    def partners_signatory(self) -> Person:
        """Who signs for the first participant."""
        return signs_for(self.partner)


@scene
def a_catalogue() -> Person:
    """Take the catalogue in; gives the administrator who did."""
    administrator = an_administrator("Gro Gevinst")
    fill(administrator)
    return person(administrator.id)


def fill(administrator: Person) -> None:
    """Take the catalogue in."""
    services.fill_benefits(load_catalogue(), by=administrator, at=NOW)


@scene
def a_followed_benefit() -> Followed:
    """Let a project follow the benefit of time set free."""
    grant = an_accepted_grant()
    fill(an_administrator("Gro Gevinst"))
    return follow(grant)


def follow(grant: Grant) -> Followed:
    """Let the project of a grant choose G2."""
    services.choose_benefits(grant.application, ["G2"], by=signatory_of(grant.application), at=NOW)
    (benefit,) = queries.benefits_of(grant.application.id)
    indicator = next(one for one in benefit.indicators if one.code == "G2-G1")
    return Followed(grant, benefit, indicator)


def given(
    kind: ValueKind, value: str, on: date, *, explanation: str = "", grade: Grade = Grade.MEASURED
) -> Given:
    """Say a value as a form gives it."""
    found = kind is not ValueKind.TARGET
    return Given(
        kind=kind,
        point=Point(Decimal(value), on),
        method=METHOD if found else "",
        grade=grade if found else None,
        explanation=explanation,
    )


def record(
    followed: Followed, kind: ValueKind, value: str, on: date, *, explanation: str = ""
) -> Measurement:
    """Record a value of the lead's own kommune."""
    return services.record_value(
        followed.indicator, followed.lead_kommune, given(kind, value, on, explanation=explanation),
        by=followed.lead, at=NOW,
    )  # fmt: skip


def a_plan(followed: Followed) -> None:
    """Record the lead's baseline of 52 minutes and its target of 32."""
    record(followed, ValueKind.BASELINE, "52", BEFORE)
    record(followed, ValueKind.TARGET, "32", LATER)


@scene
def a_measured_benefit() -> Followed:
    """Let the lead's kommune record a baseline, a target, an owner and one measurement."""
    followed = a_followed_benefit()
    a_plan(followed)
    record(followed, ValueKind.MEASURED, "51", NOW.date())
    services.name_owner(
        followed.benefit, followed.lead_kommune,
        Promise(owner="Kommunalsjef helse", use=Use.BETTER_QUALITY, how="Mer tid hos pasientene."),
        by=followed.lead, at=NOW,
    )  # fmt: skip
    return followed
