"""Who takes part in the whole job, and the register they stand in. None of this is the job itself."""

from typing import NamedTuple

from accounts.models import Organisation, OrganisationKind, Role
from accounts.queries import municipalities, person
from accounts.registration import load_register
from foundation import clock
from grants import queries as grants
from tests.builders.accounts import a_person, an_administrator, an_organisation
from tests.builders.applications import Collaboration
from tests.builders.grants import a_scheme

LEAD, WITHOUT_NUMBER, NEIGHBOUR = "Volda", "Ålesund", "Ørsta"
"""The kommuner of the application that is awarded. The lead has chosen nynorsk, Ålesund is neutral."""

OTHERS = ("Kongsberg", "Flesberg", "Rollag")
"""The kommuner of the application that is refused. The lead has chosen bokmål."""


class Somebody(NamedTuple):
    """A person as the sign-in page knows them."""

    name: str
    email: str


class Cast(NamedTuple):
    """Everybody who does a part of the job."""

    administrator: Somebody
    editor: Somebody
    signatory: Somebody
    partners: tuple[Somebody, Somebody]
    handler: Somebody
    assessors: tuple[Somebody, Somebody]
    maker: Somebody
    controllers: tuple[Somebody, Somebody]
    researcher: Somebody


def gather() -> Cast:
    """Load the register, set the scheme up, and register everybody with a role."""
    load_register(at=clock.now())
    a_scheme(an_administrator("Alma Oppsett"))
    university = an_organisation("UNI", OrganisationKind.RESEARCH, "Prøveuniversitetet")
    return Cast(
        administrator=somebody("Anne Admin", Role.ADMINISTRATOR),
        editor=somebody("Eli Skriver", Role.EDITOR, kommune(LEAD)),
        signatory=somebody("Signe Leiar", Role.SIGNATORY, kommune(LEAD)),
        partners=(
            somebody("Pål Sund", Role.SIGNATORY, kommune(WITHOUT_NUMBER)),
            somebody("Olav Nabo", Role.SIGNATORY, kommune(NEIGHBOUR)),
        ),
        handler=somebody("Sigrid Sakse", Role.CASE_OFFICER),
        assessors=(
            somebody("Vegard Vurder", Role.CASE_OFFICER),
            somebody("Vilde Vekt", Role.CASE_OFFICER),
        ),
        maker=somebody("Dag Direktør", Role.DECISION_MAKER),
        controllers=(
            somebody("Atle Attest", Role.CONTROLLER),
            somebody("Anita Anvis", Role.CONTROLLER),
        ),
        researcher=somebody("Frida Forsker", Role.RESEARCHER, university),
    )


def the_others(call_id: int) -> Collaboration:
    """Gather the kommuner of the second application, with a signatory each."""
    lead, *rest = (kommune(name) for name in OTHERS)
    signatories = [
        person(a_person(Role.SIGNATORY, one, f"Stine {one.name.split()[0]}").id)
        for one in (lead, *rest)
    ]
    return Collaboration(grants.call(call_id), lead, rest, signatories[0], signatories[1:])


def kommune(name: str) -> Organisation:
    """Find a real kommune by its name."""
    versions = municipalities(clock.today())
    return next(one.organisation for one in versions if one.name == name)


def somebody(name: str, role: Role, organisation: Organisation | None = None) -> Somebody:
    """Register a person with a role, in an organisation that fits it."""
    made = a_person(role, organisation, name)
    return Somebody(made.name, made.email)
