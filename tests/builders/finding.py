"""Plans and groups of kommuner, made by the acts themselves."""

from dataclasses import dataclass, field
from datetime import date

from accounts.models import Organisation, Person
from accounts.queries import person
from applications.finding import services
from applications.finding.contents import OPEN_TO_KOMMUNER, PlanTerms
from applications.finding.models import Group, Plan, Reply, ServiceArea
from applications.finding.queries import group_of, measures_by_code, plan_for
from foundation import clock
from grants.models import Call, Measure
from grants.queries import needs
from tests.builders.applications import Collaboration, a_collaboration

NEEDS = ("B3", "B7")


def the_measure() -> Measure:
    """Give the measure of the tests' call: procurement."""
    return measures_by_code(OPEN_TO_KOMMUNER)[0]


def plan_terms(
    *codes: str, system: str = "Prøvejournal", public_summary: str = ""
) -> PlanTerms:
    """Say what a plan says; without codes the needs are NEEDS."""
    wanted = codes or NEEDS
    return PlanTerms(
        needs=frozenset(one.id for one in needs() if one.code in wanted),
        services=frozenset({ServiceArea.HOME_CARE}),
        networks=frozenset({"digi-vestland"}),
        present_system=system,
        wanted_from=date(2026, 9, 1),
        description="Vi vil kjøpe inn sammen med andre.",
        public_summary=public_summary,
        contact_name="Kari Kontakt",
        contact_email="kari.kontakt@example.org",
    )


def a_plan(
    organisation: Organisation, by: Person, terms: PlanTerms | None = None
) -> Plan:
    """Publish a plan for procurement."""
    now = person(by.id)  # a request may have let go of what was read
    made = services.publish_plan(
        organisation, the_measure(), terms or plan_terms(), by=now, at=clock.now()
    )
    return plan_for(now, made.id)


@dataclass
class Neighbours:
    """Kommuner with a signatory each, and an open call that none has applied in."""

    call: Call
    kommuner: list[Organisation]
    people: list[Person] = field(default_factory=list)

    @classmethod
    def of(cls, together: Collaboration) -> "Neighbours":
        return cls(
            together.call,
            [together.lead, *together.others],
            [together.signatory, *together.others_signatories],
        )

    def read(self, group_id: int, place: int = 0) -> Group:
        """Read a group anew, as the people of a kommune."""
        self.people[place] = person(self.people[place].id)
        return group_of(self.people[place], group_id)


def some_neighbours(kommuner: int = 3) -> Neighbours:
    """Gather kommuner before an open call, without plans."""
    return Neighbours.of(a_collaboration(kommuner=kommuner))


def a_group(among: Neighbours, *joining: int) -> Group:
    """Let the first kommune form a group with the others; those at some places say yes."""
    made = services.form_group(
        among.kommuner[0], the_measure(), among.kommuner[1:],
        name="Fjordgruppen", message="Vi vil kjøpe inn sammen.",
        by=among.people[0], at=clock.now(),
    )  # fmt: skip
    for place in joining:
        services.reply(
            among.read(made.id, place), among.kommuner[place].id, Reply.YES,
            by=among.people[place], at=clock.now(),
        )  # fmt: skip
    return among.read(made.id)
