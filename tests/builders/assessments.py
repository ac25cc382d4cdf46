"""Cases on their way through the assessment, made by the acts themselves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.models import Organisation, Person, Role
from accounts.queries import person
from applications import queries as applications
from applications.models import Application, Partner, PartnerRole
from applications.searching.keeping import keep_text
from assessments import services
from assessments.models import Proposal, Score, Task
from criteria.impartiality import View
from criteria.procedure import Step
from foundation import clock
from foundation.database import db, transaction
from foundation.money import kroner
from grants import queries as grants
from grants.models import Call, Criterion
from tests.builders.accounts import a_person, an_administrator
from tests.builders.applications import Collaboration, a_kommune, a_signatory, a_submitted
from tests.builders.grants import a_call
from tests.scenes import scene

AFTER_THE_DEADLINE = datetime(2026, 5, 4, 10, 0, tzinfo=clock.OSLO)
GOOD_REASON = "Behovene er de samme, og de er beskrevet sammen."


@dataclass
class Case:
    """A submitted application and the officers who are put on it."""

    application: Application
    handler: Person
    assessors: tuple[Person, Person]

    @property
    def officers(self) -> tuple[Person, ...]:
        """Everyone who works on it."""
        return (self.handler, *self.assessors)

    def again(self) -> Application:
        """Read the application anew."""
        db.session.expire_all()
        return applications.any_application(self.application.id)


def an_officer(
    name: str = "Sigrid Saksbehandler", organisation: Organisation | None = None
) -> Person:
    """Register a case officer, with memberships loaded."""
    return person(a_person(Role.CASE_OFFICER, organisation, name).id)


@scene
def officers(number: int = 3) -> list[Person]:
    """Register some case officers."""
    names = ["Sigrid Saksbehandler", "Vegard Vurderer", "Vilde Vurderer", "Oda Onsrud", "Per Palm"]
    return [an_officer(name) for name in names[:number]]


@scene
def a_collaboration_of(call: Call, place: int) -> Collaboration:
    """Gather three kommuner that no other place has."""
    names = [f"{first}{place}" for first in ("Fjell", "Vik", "Dal")]
    places = [a_kommune(name, number=f"{50 + place}{n:02d}") for n, name in enumerate(names, 1)]
    people = [a_signatory(one, f"Signe {one.name}") for one in places]
    return Collaboration(
        call=call,
        lead=places[0],
        others=places[1:],
        signatory=people[0],
        others_signatories=people[1:],
    )


@scene
def a_submitted_case(call: Call | None = None, place: int = 0) -> Application:
    """Hand an application in for a collaboration of its own."""
    return a_submitted(a_collaboration_of(call or a_call(an_administrator()), place))


@scene
def a_staffed_case(
    team: list[Person] | None = None, call: Call | None = None, place: int = 0
) -> Case:
    """Put officers on a case, who all declare that they are impartial."""
    application = a_submitted_case(call, place)
    handler, first, second = team or officers()
    for officer, task in (
        (handler, Task.HANDLE), (first, Task.ASSESS), (second, Task.ASSESS)
    ):  # fmt: skip
        services.assign(application, officer, task, by=handler, at=clock.now())
        services.declare(application, View.IMPARTIAL, by=officer, at=clock.now())
    return Case(application, handler, (first, second))


@scene
def an_eligible_case(
    team: list[Person] | None = None, call: Call | None = None, place: int = 0
) -> Case:
    """Bring a case through the formal control."""
    case = a_staffed_case(team, call, place)
    services.examine(case.application, by=case.handler, at=clock.now())
    services.find_eligible(case.application, by=case.handler, at=clock.now())
    return case


@scene
def an_assessed_case(
    team: list[Person] | None = None, call: Call | None = None, place: int = 0, points: int = 4
) -> Case:
    """Have a case marked by both, with the same points for every criterion."""
    case = an_eligible_case(team, call, place)
    for assessor in case.assessors:
        mark_all(case.application, assessor, points)
        services.finish_assessment(case.application, by=assessor, at=clock.now())
    return case


def mark_all(application: Application, by: Person, points: int = 4) -> None:
    """Mark every criterion with the same points."""
    sheet = {one.id: services.Marking(points, GOOD_REASON) for one in scored(application)}
    services.save_marks(application, sheet, by=by, at=clock.now())


def scored(application: Application) -> list[Criterion]:
    """Give the criteria that are scored."""
    return [one for one in grants.call(application.call_id).criteria if one.scored]


def finish(application: Application, by: Person) -> Score | None:
    """Finish somebody's marks."""
    return services.finish_assessment(application, by=by, at=clock.now())


@contextmanager
def after_the_deadline() -> Iterator[None]:
    """Move the clock past the call's deadline."""
    with clock.frozen(AFTER_THE_DEADLINE):
        yield


def a_proposal(call: Call, by: Person) -> Proposal:
    """Run a proposal after the deadline."""
    return services.make_proposal(call, by=by, at=AFTER_THE_DEADLINE)


@scene
def a_chosen_proposal(call: Call, by: Person) -> Proposal:
    """Run a proposal and choose it."""
    proposal = a_proposal(call, by)
    services.choose_proposal(proposal, reason="Følger poengene.", by=by, at=AFTER_THE_DEADLINE)
    return proposal


def many_cases(call: Call, number: int) -> list[int]:
    """Put many bare cases into the lists, a minute apart; give their ids, oldest first."""
    lead = a_kommune("Storvik", number="9901")
    somebody = an_officer("Registrert Av")
    made = [
        Application(
            call_id=call.id,
            title=f"Prosjekt {one}",
            asked=kroner(1_000_000 + one),
            step=Step.SUBMITTED,
            case_number=f"2025/{one:05d}",
            created_at=clock.now(),
            created_by_id=somebody.id,
            submitted_at=clock.now() + timedelta(minutes=one),
            submitted_by_id=somebody.id,
            partners=[
                Partner(organisation_id=lead.id, role=PartnerRole.LEAD, invited_at=clock.now())
            ],
        )
        for one in range(1, number + 1)
    ]
    with transaction():
        db.session.add_all(made)
        db.session.flush()
        keep_text([one.id for one in made])
    return [one.id for one in made]
