"""Accepted grants and the controllers who pay them, made by the acts themselves."""

from dataclasses import dataclass

from sqlalchemy import select

from accounts.models import Person, Role
from accounts.queries import person
from applications.models import Application
from applications.queries import any_application
from assessments.services import declare
from criteria.impartiality import View
from criteria.steps import Step
from decisions import queries, services
from decisions.models import Decision
from foundation.database import Model, db
from foundation.money import Ore
from grants import queries as grants
from grants.models import Appropriation
from grants.services import register_appropriation
from payments.models import Instalment
from payments.queries import instalments_of
from payments.services import book_appropriation
from tests.builders.accounts import a_person, an_administrator
from tests.builders.assessments import a_chosen_proposal, an_assessed_case, officers
from tests.builders.decisions import (
    AN_ACCOUNT,
    NOW,
    Round,
    a_controller,
    a_decision_maker,
    a_published_round,
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
