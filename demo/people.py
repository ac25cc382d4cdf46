"""Made-up persons in real organisations: the staff, and a signatory for every kommune."""

from dataclasses import dataclass
from datetime import date, datetime

from faker import Faker

from accounts import queries, registration, services
from accounts.authority import services as authority
from accounts.leading import services as leading
from accounts.models import MunicipalityVersion, Organisation, OrganisationKind, Person, Role
from criteria.authority import AuthorityKind
from foundation import clock, words
from foundation.money import Ore, kroner

OPENS_EVERY_ACCOUNT = "demo-passord-2026"
DOMAIN = "demo.example"


@dataclass(frozen=True, slots=True)
class Account:
    """A demo account as the sign-in page shows it, with the role in words."""

    name: str
    email: str
    role: str
    organisation: str
    password: str


@dataclass(slots=True)
class Cast:
    """Everybody in the play."""

    administrator: Person
    officers: list[Person]
    decision_makers: list[Person]
    controllers: list[Person]
    researcher: Person
    auditor: Person
    signatories: dict[int, Person]
    """By the organisation's id."""
    editors: dict[int, Person]


STAFF: tuple[tuple[Role, str], ...] = (
    (Role.CASE_OFFICER, "saksbehandler1"),
    (Role.CASE_OFFICER, "saksbehandler2"),
    (Role.CASE_OFFICER, "saksbehandler3"),
    (Role.CASE_OFFICER, "saksbehandler4"),
    (Role.CASE_OFFICER, "saksbehandler5"),
    (Role.CASE_OFFICER, "saksbehandler6"),
    (Role.DECISION_MAKER, "vedtak1"),
    (Role.DECISION_MAKER, "vedtak2"),
    (Role.CONTROLLER, "controller1"),
    (Role.CONTROLLER, "controller2"),
    (Role.AUDITOR, "revisor"),
)
LED_BY_THE_FIRST = 3
"""How many of the case officers the first decision maker leads; the second leads the others."""
AUTHORITIES: tuple[tuple[str, AuthorityKind, Ore], ...] = (
    ("vedtak1", AuthorityKind.SIGN, kroner(500_000_000)),
    ("vedtak2", AuthorityKind.SIGN, kroner(2_000_000)),
    ("controller1", AuthorityKind.ATTEST, kroner(500_000_000)),
    ("controller1", AuthorityKind.AUTHORISE, kroner(500_000_000)),
    ("controller2", AuthorityKind.ATTEST, kroner(500_000_000)),
    ("controller2", AuthorityKind.AUTHORISE, kroner(500_000_000)),
)
"""Who may sign, attest and authorise how much; the second decision maker no more than small grants."""
BY_INSTRUCTION = "Instruks for økonomistyring, punkt 3.2"
SHOWN = (
    "redigerer.1804", "signatar.1804", "signatar.1841", "signatar.1838", "saksbehandler1",
    "saksbehandler2", "saksbehandler3", "vedtak1", "vedtak2", "controller1", "controller2",
    "forsker", "administrator", "revisor",
)
"""The accounts that the sign-in page lists: one for each role, and the neighbours of a collaboration."""


def cast(*, seed: int, at: datetime, on: date) -> Cast:
    """Register the persons of the play; the same seed gives the same names."""
    fake = Faker("no_NO")
    fake.seed_instance(seed)
    agency = queries.organisation_by_code("HDIR")
    if agency is None:
        raise LookupError("the register lacks Helsedirektoratet")
    chief = _person(fake, "administrator", Role.ADMINISTRATOR, agency, by=None, at=at)
    institute = registration.register_organisation(
        code="DEMO-FORSKNING", kind=OrganisationKind.RESEARCH,
        name="Demoinstituttet (oppdiktet forskningsinstitutt)", valid_from=date(2020, 1, 1),
        by=chief, at=at,
    )
    staff: dict[Role, list[Person]] = {}
    for role, name in STAFF:
        person = _person(fake, name, role, agency, by=chief, at=at)
        staff.setdefault(role, []).append(person)
        _authorise(person, name, by=chief, at=at)
    makers = staff[Role.DECISION_MAKER]
    for number, officer in enumerate(staff[Role.CASE_OFFICER]):
        leader = makers[0] if number < LED_BY_THE_FIRST else makers[1]
        leading.set_leader(officer, leader, from_on=date(2024, 1, 1), by=chief, at=at)
    kommuner = queries.municipalities(on)
    return Cast(
        administrator=chief,
        officers=staff[Role.CASE_OFFICER],
        decision_makers=staff[Role.DECISION_MAKER],
        controllers=staff[Role.CONTROLLER],
        auditor=staff[Role.AUDITOR][0],
        researcher=_person(fake, "forsker", Role.RESEARCHER, institute, by=chief, at=at),
        signatories={
            one.organisation_id: _for_kommune(
                fake, "signatar", Role.SIGNATORY, one, by=chief, at=at
            )
            for one in kommuner
        },
        editors={
            one.organisation_id: _for_kommune(
                fake, "redigerer", Role.EDITOR, one, by=chief, at=at
            )
            for one in kommuner
            if one.number == "1804"
        },
    )


def shown_accounts() -> list[Account]:
    """Give the accounts for the sign-in page, in the order of the case."""
    found = [queries.person_by_email(f"{name}@{DOMAIN}") for name in SHOWN]
    with_roles = [queries.person(person.id) for person in found if person is not None]
    return [
        Account(
            person.name, person.email, words.say(person.memberships[0].role),
            person.memberships[0].organisation.name, OPENS_EVERY_ACCOUNT,
        )
        for person in with_roles
    ]


def _person(
    fake: Faker, account: str, role: Role, organisation: Organisation, *,
    by: Person | None, at: datetime, locale: str = "nb",
) -> Person:
    new = services.NewPerson(
        name=f"{fake.first_name()} {fake.last_name()}", email=f"{account}@{DOMAIN}",
        password=OPENS_EVERY_ACCOUNT, locale=locale,
    )
    person = services.register_person(new, by=by, at=at)
    services.give_role(person, organisation, role, by=by, at=at)
    return queries.person(person.id)


def _authorise(person: Person, account: str, *, by: Person, at: datetime) -> None:
    today = clock.in_oslo(at).date()
    for kind, amount in [(kind, amount) for name, kind, amount in AUTHORITIES if name == account]:
        new = authority.NewAuthority(kind, amount, today, None, BY_INSTRUCTION)
        authority.give(person, new, by=by, at=at)


def _for_kommune(
    fake: Faker, account: str, role: Role, kommune: MunicipalityVersion, *,
    by: Person, at: datetime,
) -> Person:
    language = "nn" if kommune.language_form == "nynorsk" else "nb"
    return _person(
        fake, f"{account}.{kommune.number}", role, kommune.organisation, by=by, at=at,
        locale=language,
    )
