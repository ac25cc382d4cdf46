"""Rounds on their way through the decision, made by the acts themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from accounts.models import Person, Role
from accounts.queries import person
from applications.models import Application
from assessments.queries import chosen_proposal
from assessments.services import declare, find_ineligible
from assessments.services import examine as examine_case
from criteria.impartiality import View
from decisions import queries, services
from decisions.models import Decision
from foundation import outbox
from foundation.money import Ore, kroner
from grants import queries as grants
from grants.models import Call
from payments import services as money
from payments.queries import unbooked_appropriations
from tests.builders.accounts import a_person, an_administrator
from tests.builders.assessments import (
    AFTER_THE_DEADLINE,
    a_chosen_proposal,
    a_staffed_case,
    an_assessed_case,
    officers,
)
from tests.builders.grants import a_call, terms
from tests.scenes import scene

NOW: datetime = AFTER_THE_DEADLINE
"""A Monday morning after the deadline: rounds are drafted, signed and published then."""

A_REJECTION = "Samarbeidet har ingen avtale om felles journal."
AN_ACCOUNT = "86011117947"


@dataclass
class Round:
    """A call whose cases are drafted by an officer, for a decision maker to sign."""

    call: Call
    team: list[Person]
    maker: Person
    applications: list[Application] = field(default_factory=list)

    @property
    def drafter(self) -> Person:
        """The officer who handles the cases and drafts their decisions."""
        return self.team[0]

    def decisions(self) -> list[Decision]:
        """Read the round's decisions anew."""
        return queries.round_now(self.call.id)

    def first(self) -> Decision:
        """Read the decision at the top of the list anew."""
        return self.decisions()[0]

    def sign(self) -> tuple[services.Refused, ...]:
        """Let the decision maker sign all."""
        return services.sign_round(self.call, self.decisions(), by=self.maker, at=NOW)

    def publish(self) -> int:
        """Let the decision maker publish."""
        return services.publish_round(self.call, by=self.maker, at=NOW)


@scene
def a_decision_maker(name: str = "Dag Direktør") -> Person:
    """Register a decision maker, with memberships loaded."""
    return person(a_person(Role.DECISION_MAKER, name=name).id)


@scene
def a_controller(name: str = "Cato Controller") -> Person:
    """Register a controller, with memberships loaded."""
    return person(a_person(Role.CONTROLLER, name=name).id)


@scene
def a_proposed_round(points: Sequence[int] = (5, 4, 3), frame: Ore = kroner(4_000_000)) -> Round:
    """Assess a case for each of these marks and choose a proposal; nothing is drafted."""
    call, team, cases = some_assessed_cases(tuple(points), frame)
    a_chosen_proposal(call, team[0])
    return Round(grants.call(call.id), team, a_decision_maker(), cases)


@scene
def some_assessed_cases(
    points: tuple[int, ...], frame: Ore
) -> tuple[Call, list[Person], list[Application]]:
    """Assess a case for each of these marks: the last one after the others, which many rounds share."""
    if points:
        call, team, cases = some_assessed_cases(points[:-1], frame)
        last = an_assessed_case(team, call, len(points), points[-1])
        return call, team, [*cases, last.application]
    call, team = a_call(an_administrator(), terms(frame=frame)), officers()
    book_the_money(a_controller())
    return call, team, []


@scene
def a_drafted_round(points: Sequence[int] = (5, 4, 3), frame: Ore = kroner(4_000_000)) -> Round:
    """Draft a round whose decision maker has declared impartiality in every case."""
    made = a_proposed_round(points, frame)
    draft_all(made)
    declare_all(made, made.maker)
    return made


@scene
def a_signed_round(points: Sequence[int] = (5, 4, 3), frame: Ore = kroner(4_000_000)) -> Round:
    """Sign a whole round; its letters are not made."""
    made = a_drafted_round(points, frame)
    assert made.sign() == ()
    return made


@scene
def a_published_round(points: Sequence[int] = (5, 4, 3), frame: Ore = kroner(4_000_000)) -> Round:
    """Publish a whole round, with its letters."""
    made = a_signed_round(points, frame)
    make_documents()
    made.publish()
    return made


def book_the_money(by: Person) -> None:
    """Book what the scheme has been granted, so that there is something to promise."""
    for appropriation in unbooked_appropriations():
        money.book_appropriation(appropriation, by=by, at=NOW)


def draft_all(made: Round) -> None:
    """Draft the decisions of the chosen proposal."""
    from_proposal = chosen_proposal(made.call.id)
    assert from_proposal is not None
    services.draft_decisions(from_proposal, by=made.drafter, at=NOW)


def declare_all(made: Round, maker: Person) -> None:
    """Let a person declare impartiality in every case of a round."""
    for application in made.applications:
        declare(application, View.IMPARTIAL, by=maker, at=NOW)


def an_ineligible_case(made: Round, place: int = 9) -> Application:
    """Find a further case of the round's call ineligible."""
    case = a_staffed_case(made.team, made.call, place)
    examine_case(case.application, by=case.handler, at=NOW)
    find_ineligible(case.application, reason=A_REJECTION, by=case.handler, at=NOW)
    return case.again()


def make_documents(at: datetime = NOW) -> int:
    """Do the work that waits, as a worker does it."""
    return outbox.work_until_empty(at)
