"""Kommuner that are merged or split in the midst of it: their cases, claims and accounts are passed on."""

from datetime import timedelta
from fractions import Fraction
from functools import partial

from hypothesis.strategies import sampled_from
from sqlalchemy import select

from accounts.queries import person
from applications.facts import lead_of
from applications.queries import any_application
from assessments.services import declare
from criteria.impartiality import View
from decisions.accountchange import queries as accounts
from decisions.accountchange import services as changing
from foundation import clock
from foundation.database import db
from payments.reclaims.models import Reclaim
from payments.succession.services import pass_on
from tests.builders.accountchange import ANOTHER_ACCOUNT
from tests.builders.succession import end, two_of
from tests.money.ground import act
from tests.money.payments import Payments

MOST = 3
"""How often a kommune may end in a sequence."""


class Successions(Payments):
    """What may be done when a kommune that leads a case is no more."""

    def __init__(self) -> None:
        """Begin with the kommuner there are."""
        super().__init__()
        self.ended = 0
        self.persons: dict[int, tuple[int, ...]] = {}
        self.waiting: dict[int, dict[int, Fraction]] = {}
        """What each is to owe of what is noticed, by organisation."""

    @act(
        lambda self: self.ended < MOST and self.batch is None and self._owing(),
        percent=sampled_from((60, 33, 100)),
    )
    def a_kommune_is_merged_or_split(self, percent: int) -> None:
        """Let the lead of a case that owes or may come to owe end, and others carry on with so much each."""
        case = self._owing()[-1]
        self.at += timedelta(days=1)
        former = lead_of(any_application(case)).organisation
        numbers = [f"55{self.ended:02}", f"56{self.ended:02}"][: 1 if percent == 100 else 2]
        new = end(former, *numbers, on=self.today())
        taking = [one.id for one in new]
        for one in new:
            self.persons[one.id] = tuple(found.id for found in two_of(one))
        self.ended += 1
        for number in {*self.officers, self.maker, self.attester, self.authoriser}:
            self.do(partial(self._declare, case, number))
        percents = dict(zip(taking, (percent, 100 - percent), strict=False))
        former_id = former.id
        assert self.do(
            lambda: pass_on(
                any_application(case), former_id, percents, taking[0],
                reason="Avtalt deling.", by=person(self.officers[0]), at=self.at,
            )
        )  # fmt: skip
        self._owes(case, former_id, taking, Fraction(100 - percent, 100))

    def _owing(self) -> list[int]:
        """List the cases of which something is claimed, or noticed."""
        claimed = [case for number, (case, _) in self.model.claims.items() if self.model.outstanding(number)]
        return [*(case for _number, case, _amount in self.notices), *claimed]

    def _declare(self, case: int, number: int) -> None:
        declare(any_application(case), View.IMPARTIAL, by=person(number), at=self.at)

    def _owes(self, case: int, former: int, taking: list[int], other: Fraction) -> None:
        """Divide what the former owed, and what it may come to owe."""
        debtors = dict(db.session.execute(select(Reclaim.id, Reclaim.organisation_id)).all())
        for number in list(self.model.claims):
            if self.model.claims[number][0] == case and debtors[number] == taking[0]:
                self._divide(number, {taking[-1]: other} if other else {})
        for number, of_case, _amount in self.notices:
            if of_case == case and other:
                owe = self.waiting.setdefault(number, {former: Fraction(1)})
                has = owe.pop(former, Fraction(0))
                owe[taking[0]], owe[taking[1]] = has * (1 - other), has * other
            elif of_case == case and number in self.waiting:
                owe = self.waiting[number]
                owe[taking[0]] = owe.pop(former, Fraction(0))

    def decided(self, number: int) -> None:
        """Divide what was noticed before a kommune was split."""
        owe = self.waiting.pop(number, {})
        debtor = db.session.scalars(select(Reclaim.organisation_id).where(Reclaim.id == number)).one()
        self._divide(number, {one: part for one, part in sorted(owe.items()) if one != debtor})

    def _divide(self, number: int, others: dict[int, Fraction]) -> None:
        made = db.session.execute(
            select(Reclaim.organisation_id, Reclaim.id).where(
                Reclaim.origin_id == number, Reclaim.id.not_in(self.model.claims)
            )
        )
        self.model.divide(number, others, dict(made.all()), self.today())

    @act(lambda self: self.batch is None and self._without_account())
    def successors_give_their_accounts(self) -> None:
        """Let two of each successor stand behind its account, and wait until it holds."""
        for case, payee in self._without_account():
            asks, confirms = self.persons[payee]
            with clock.frozen(self.at):
                made = changing.ask(
                    any_application(case), ANOTHER_ACCOUNT, by=person(asks), at=self.at
                ).id
                changing.confirm(accounts.change(made), by=person(confirms), at=self.at)
            holds = accounts.change(made).holds_from
            assert holds is not None
            self.at = holds
            with clock.frozen(self.at):
                assert changing.let_hold(accounts.change(made), by=None, at=self.at)
            db.session.expunge_all()

    def _without_account(self) -> list[tuple[int, int]]:
        """List who has taken a case over and is not known with an account, the first that did so first."""
        led = {case: lead_of(any_application(case)).organisation_id for case in self.cases}
        return sorted(
            (case, payee)
            for (case, payee), account in accounts.own_accounts(self.cases).items()
            if account is None and (payee == led[case] or self._has_a_share(case, payee))
        )

    def _has_a_share(self, case: int, payee: int) -> bool:
        return any(one.organisation_id == payee for one in any_application(case).partners)
