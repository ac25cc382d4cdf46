"""Accepted grants and the controllers who pay them, made by the acts themselves."""

from dataclasses import dataclass

from sqlalchemy import select

from accounts.models import Person, Role
from accounts.queries import person
from applications import services as applying
from applications.models import Application
from applications.queries import any_application, led_by
from applications.services import BudgetCell
from assessments import services as assessing
from assessments.models import Task
from assessments.services import declare
from criteria.impartiality import View
from criteria.steps import Step
from decisions import queries, services
from decisions.models import Decision
from foundation import clock
from foundation.database import Model, db
from foundation.money import Ore, kroner
from grants import queries as grants
from grants.models import Appropriation
from grants.services import register_appropriation
from payments.models import Instalment
from payments.queries import instalments_of
from payments.services import book_appropriation
from tests.builders.accounts import a_person, an_administrator
from tests.builders.applications import Collaboration, a_filled_draft, confirm_all, the_cells
from tests.builders.assessments import (
    a_chosen_proposal,
    a_collaboration_of,
    an_assessed_case,
    mark_all,
    officers,
)
from tests.builders.decisions import (
    AN_ACCOUNT,
    NOW,
    Round,
    a_controller,
    a_decision_maker,
    a_published_round,
    book_the_money,
    declare_all,
    draft_all,
    make_documents,
)
from tests.builders.grants import a_call, a_scheme, terms
from tests.scenes import scene


def a_second_controller(name: str = "Kaja Kontroll") -> Person:
    """Register another controller, with memberships loaded."""
    return person(a_person(Role.CONTROLLER, name=name).id)


def an_appropriation(year: int, amount: Ore) -> Appropriation:
    """Register what is granted to the post of the grants for a year; it is not booked."""
    if not grants.has_scheme():
        a_scheme(an_administrator("Alf Administrator"))
    return register_appropriation(
        grants.scheme().posts[0],
        year=year,
        amount=amount,
        authority="Innst. 11 S",
        decided_on=NOW.date(),
        by=None,
        at=NOW,
    )


@scene
def signed_rounds(*codes: str, booked: Ore) -> list[Round]:
    """Sign the one award of each of some calls, with their letters made, over what is booked for 2026."""
    administrator = an_administrator()
    team, maker = officers(), a_decision_maker()
    calls = [a_call(administrator, terms(code=code)) for code in codes]
    book_appropriation(an_appropriation(2026, booked), by=a_controller(), at=NOW)
    rounds = []
    for place, call in enumerate(calls, start=1):
        case = an_assessed_case(team, call, place, 5)
        a_chosen_proposal(call, team[0])
        made = Round(grants.call(call.id), team, maker, [case.application])
        draft_all(made)
        declare_all(made, maker)
        assert made.sign() == ()
        rounds.append(made)
    make_documents()
    return rounds


def forget(*tables: type[Model]) -> None:
    """Let go of rows that were read, so that they are read anew; all else stays loaded."""
    for row in list(db.session):
        if isinstance(row, tables):
            db.session.expunge(row)


def signatory_of(application: Application) -> Person:
    """Give who signs for the lead of an application that the builders made."""
    assert application.submitted_by_id is not None
    return person(application.submitted_by_id)


def accept(application: Application) -> Decision:
    """Let the lead accept its award."""
    signatory = signatory_of(application)
    decision = queries.published_decision(signatory, application.id)
    services.answer_award(decision, accepted=True, account_number=AN_ACCOUNT, by=signatory, at=NOW)
    return decision


@dataclass
class Grant:
    """A round with an accepted award, and two controllers who have declared impartiality."""

    round: Round
    application: Application
    decision: Decision
    attester: Person
    authoriser: Person

    def instalments(self) -> list[Instalment]:
        """Read the instalments anew."""
        forget(Instalment)
        return instalments_of(self.application.id)

    def first(self) -> Instalment:
        """Read the instalment that is due on acceptance anew."""
        return self.instalments()[0]

    def step(self) -> Step:
        """Read where the case stands now."""
        where = Application.id == self.application.id
        return db.session.scalars(select(Application.step).where(where)).one()


@scene
def an_accepted_grant(made: Round | None = None, place: int = 0) -> Grant:
    """Accept the award of one case of a published round, by default one of a single case."""
    made = made or a_published_round((5,))
    application = any_application(made.applications[place].id)
    decision = accept(application)
    attester = a_second_controller("Atle Attest")
    authoriser = a_second_controller("Anne Anviser")
    for controller in (attester, authoriser):
        declare(application, View.IMPARTIAL, by=controller, at=NOW)
    return Grant(made, application, decision, attester, authoriser)


@scene
def a_grant_of_two_years() -> Grant:
    """Accept an award for 2026 and 2027, twice as much in the first year as in the second."""
    team, call = officers(), a_call(an_administrator(), terms(frame=kroner(4_000_000)))
    book_the_money(a_controller())
    application = assess(hand_in_for_two_years(a_collaboration_of(call, 1)), team)
    a_chosen_proposal(call, team[0])
    made = Round(grants.call(call.id), team, a_decision_maker(), [application])
    draft_all(made)
    declare_all(made, made.maker)
    assert made.sign() == ()
    make_documents()
    made.publish()
    return an_accepted_grant(made)


def hand_in_for_two_years(together: Collaboration) -> Application:
    """Hand in an application that asks for money in two years."""
    draft = a_filled_draft(together)
    cells = [
        BudgetCell(2026 + later, cell.partner_id, cell.activity_id, cell.source, amount)
        for cell in the_cells(draft, draft.chosen_activities[0].activity_id)
        for later, amount in enumerate((cell.amount, Ore(cell.amount // 2)))
    ]
    applying.set_budget(draft, cells, by=together.signatory, at=clock.now())
    confirm_all(together, led_by(together.signatory, draft.id))
    applying.submit(draft.id, by=together.signatory, at=clock.now())
    return any_application(draft.id)


def assess(application: Application, team: list[Person]) -> Application:
    """Bring an application through formal control and assessment."""
    handler, first, second = team
    for officer, task in (
        (handler, Task.HANDLE), (first, Task.ASSESS), (second, Task.ASSESS)
    ):  # fmt: skip
        assessing.assign(application, officer, task, by=handler, at=clock.now())
        declare(application, View.IMPARTIAL, by=officer, at=clock.now())
    assessing.examine(application, by=handler, at=clock.now())
    assessing.find_eligible(application, by=handler, at=clock.now())
    for assessor in (first, second):
        mark_all(application, assessor, 5)
        assessing.finish_assessment(application, by=assessor, at=clock.now())
    return application
