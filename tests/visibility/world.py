"""A world with a case at every step, in which every viewer has the same relation to each of them."""

from dataclasses import dataclass, field

from accounts.leading.services import set_leader
from accounts.models import Organisation, Person, Role
from accounts.queries import person
from accounts.services import give_role
from foundation import clock
from grants.models import Call
from tests.builders.accounts import BEFORE_ALL, a_person, an_administrator
from tests.builders.applications import a_kommune, a_signatory, an_editor
from tests.builders.assessments import an_officer
from tests.builders.decisions import a_controller, a_decision_maker
from tests.visibility.hidden import Secrets
from tests.visibility.viewers import OFFICERS, Viewer

Ids = dict[str, int | str]


@dataclass
class Kommuner:
    """The organisations of every case: who leads, who is in it and how."""

    lead: Organisation
    partner: Organisation
    ally: Organisation
    observer: Organisation
    decliner: Organisation
    invited: Organisation
    neighbour: Organisation


@dataclass
class World:
    """Who looks, what there is to look at, and what is hidden in it.

    `places` are the cases, each at its step, and what else there is; each knows the ids that stand in
    the addresses of its pages.
    """

    kommuner: Kommuner
    people: dict[Viewer, int]
    administrator: Person
    ally: Person
    secrets: Secrets = field(default_factory=Secrets)
    places: dict[str, Ids] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)

    def who(self, viewer: Viewer) -> Person:
        """Read a person anew."""
        return person(self.people[viewer])

    def viewer(self, viewer: Viewer) -> Person | None:
        """Give who signs in to look, or nobody."""
        return None if viewer is Viewer.STRANGER else self.who(viewer)


def a_peopled_world() -> World:
    """Register everybody who looks, in their kommuner and at the office."""
    administrator = an_administrator()
    names = ("Lillevik", "Storfjord", "Ytterøy", "Midtdal", "Innvik", "Utvik", "Fjernby")
    kommuner = Kommuner(
        *(a_kommune(name, number=f"46{number:02d}") for number, name in enumerate(names, 1))
    )
    insider = an_officer("Inga Innvendig")
    give_role(insider, kommuner.partner, Role.EDITOR, by=None, at=clock.now())
    handler = an_officer("Hanne Handsamar")
    signatory = a_signatory(kommuner.lead, "Lise Leder")
    people = {
        Viewer.SIGNED_OUT: handler,
        Viewer.GONE: signatory,
        Viewer.WITHOUT_ROLE: a_person(name="Ulla Utan"),
        Viewer.LEAD_EDITOR: an_editor(kommuner.lead, "Leif Skriver"),
        Viewer.LEAD_SIGNATORY: signatory,
        Viewer.PARTNER: a_signatory(kommuner.partner, "Petra Partner"),
        Viewer.PARTNER_EDITOR: an_editor(kommuner.partner, "Pelle Skriver"),
        Viewer.INVITED: a_signatory(kommuner.invited, "Ivar Invitert"),
        Viewer.OBSERVER: a_signatory(kommuner.observer, "Olga Observant"),
        Viewer.DECLINED: a_signatory(kommuner.decliner, "Nils Nei"),
        Viewer.NEIGHBOUR: a_signatory(kommuner.neighbour, "Nora Nabo"),
        Viewer.HANDLER: handler,
        Viewer.FIRST: an_officer("Frida Ferdig"),
        Viewer.SECOND: an_officer("Anders Andre"),
        Viewer.BYSTANDER: an_officer("Birger Bivåner"),
        Viewer.UNDECLARED: an_officer("Ulrik Ubestemt"),
        Viewer.DOUBTER: an_officer("Tom Tvil"),
        Viewer.PARTIAL: an_officer("Pia Partisk"),
        Viewer.RULED_OUT: an_officer("Rut Ruld"),
        Viewer.INSIDER: insider,
        Viewer.MAKER: a_decision_maker("Dag Direktør"),
        Viewer.NEW_MAKER: a_decision_maker("Dina Direktør"),
        Viewer.CONTROLLER: a_controller("Cato Controller"),
        Viewer.NEW_CONTROLLER: a_controller("Cilla Controller"),
        Viewer.RESEARCHER: a_person(Role.RESEARCHER, name="Frode Forsker"),
        Viewer.ADMINISTRATOR: administrator,
        Viewer.AUDITOR: a_person(Role.AUDITOR, name="Rita Revisor"),
    }
    maker, led = people[Viewer.MAKER], OFFICERS - {Viewer.INSIDER}
    for viewer in sorted(led):
        set_leader(people[viewer], maker, from_on=BEFORE_ALL, by=administrator, at=clock.now())
    ally = a_signatory(kommuner.ally, "Alma Alliert")
    return World(kommuner, {viewer: one.id for viewer, one in people.items()}, administrator, ally)
