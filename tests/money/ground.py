"""What random sequences of acts begin with, and how each act is tried and what it left is looked over."""

from collections.abc import Callable, Hashable, Mapping
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from hypothesis.strategies import DataObject, SearchStrategy, data, integers
from sqlalchemy import select

from applications.queries import any_application
from figures.checks import run
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from grants.models import Appropriation
from grants.queries import scheme
from payments.books.balances import kept_of_cases, kept_of_posts
from payments.books.models import PostBalance
from payments.interest.rates import set_rate
from tests.builders.accounts import an_administrator
from tests.builders.batches import Desk, number_the_leads, open_the_account
from tests.builders.decisions import NOW, Round, a_signed_round, declare_all, make_documents
from tests.builders.payments import Grant, a_second_controller
from tests.installation import Installation
from tests.money.model import POINTS, Model
from tests.scenes import scene

P = ParamSpec("P")
Key = TypeVar("Key", bound=Hashable)
ANY, STRIDE = integers(0, 10_000), 7
CHECKS = (
    "ledger", "ledger and trail", "balances", "movements", "closed months", "claims", "interest",
    "instalments", "successors", "batches", "journal and trail", "audit chain",
)  # fmt: skip


ACTS: dict[str, tuple[Callable[[Any], object], dict[str, SearchStrategy[Any]]]] = {}
"""Each act by its name: when it may be tried, and what it is tried with."""


def act(
    when: Callable[[Any], object], **given: SearchStrategy[Any]
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Let a method be one of the acts.

    Hypothesis leaves half of its rules out of each sequence; a few sequences then never come far.
    """

    def listed(method: Callable[P, None]) -> Callable[P, None]:
        ACTS[method.__name__] = (when, given)
        return method

    return listed


@scene
def a_money_scene() -> tuple[Round, Desk]:
    """Sign two awards whose letters are made; two controllers may work in both."""
    made = a_signed_round((5, 4))
    make_documents()
    desk = Desk(a_second_controller("Atle Attest"), a_second_controller("Anne Anviser"))
    for one in (desk.attester, desk.authoriser):
        declare_all(made, one)
    for decision in made.decisions():
        case = any_application(decision.application_id)
        desk.grants.append(Grant(made, case, decision, desk.attester, desk.authoriser))
    number_the_leads(desk)
    open_the_account(desk)
    set_rate(
        scheme(), POINTS, from_on=NOW.date(), source="regelverk § 9",
        by=an_administrator("Rita Rente"), at=NOW,
    )  # fmt: skip
    return made, desk


class Ground(RuleBasedStateMachine):
    """An installation as new, the model of it, and the moment it is."""

    installation: Installation

    def __init__(self) -> None:
        """Begin with what parliament has granted."""
        super().__init__()
        self.tried = 0
        db.session.remove()
        self.installation.renew()
        made, desk = a_money_scene()
        self.at: datetime = NOW
        self.call, self.post = made.call.id, made.call.budget_post_id
        self.cases = [one.application.id for one in desk.grants]
        self.attester, self.authoriser = desk.attester.id, desk.authoriser.id
        self.maker, self.officers = made.maker.id, [one.id for one in made.team]
        self.model = Model()
        granted = select(Appropriation.year, Appropriation.amount).where(
            Appropriation.budget_post_id == self.post
        )
        for year, amount in db.session.execute(granted):
            self.model.of_year(year)["appropriated"] += amount

    @rule(chance=data())
    def something(self, chance: DataObject) -> None:
        """Try one of the acts that there is reason to try; by no chance at all, they come in turn."""
        possible = [one for one, (when, _) in ACTS.items() if when(self)]
        name = possible[(chance.draw(ANY) + STRIDE * self.tried) % len(possible)]
        self.tried += 1
        getattr(self, name)(**{word: chance.draw(what) for word, what in ACTS[name][1].items()})

    def do(self, done: Callable[[], object], *, refused: object = None) -> bool:
        """Tell whether an act was done; `refused`: why it must not be, None where anything may stop it."""
        why = None
        with clock.frozen(self.at):
            try:
                done()
            except RuleBrokenError as error:
                why = error.reason
        db.session.rollback()
        db.session.expunge_all()
        assert why == refused or refused is None
        return why is None

    @invariant()
    def agrees(self) -> None:
        """The database's sums are the model's to the øre, and nothing is wrong with the rest."""
        years = {
            year: {"appropriated": one.appropriated, "committed": one.committed, "paid": one.paid,
                   "claimed": one.claimed, "interest": one.interest}
            for (_post, year), one in kept_of_posts(PostBalance.budget_post_id == self.post).items()
        }  # fmt: skip
        cases = {
            (case, year): {"committed": one.committed, "paid": one.paid, "claimed": one.claimed,
                           "interest": one.interest}
            for (case, _post, year), one in kept_of_cases().items()
        }
        assert self.model.limits_hold()
        assert (something(years), something(cases)) == (
            something(self.model.years), something(self.model.cases),
        )  # fmt: skip
        wrong = [f"{one}: {found}" for one in CHECKS for found in run(one)]
        assert not wrong, wrong
        db.session.rollback()
        db.session.expunge_all()


def something(sums: Mapping[Key, Mapping[str, int]]) -> dict[Key, dict[str, int]]:
    """Leave out what is nothing."""
    left = {
        key: {name: int(value) for name, value in one.items() if value} for key, one in sums.items()
    }
    return {key: one for key, one in left.items() if one}
