"""Acts that ask money back: noticed, decided, repaid, written off."""

from datetime import date, timedelta

from hypothesis.strategies import booleans

from accounts.queries import person
from applications.queries import any_application
from foundation import clock
from foundation.money import Ore
from payments.interest.charging import charge_interest
from payments.reclaims import queries as reclaims
from payments.reclaims import services as reclaiming
from tests.builders.decisions import AN_ACCOUNT
from tests.money.cases import CASE, Cases
from tests.money.frame import AMOUNTS
from tests.money.ground import act


class Claims(Cases):
    """What may be done to have money back."""

    def __init__(self) -> None:
        """Begin with no notice."""
        super().__init__()
        self.notices: list[tuple[int, int, Ore]] = []

    @act(lambda self: any(self.answered.values()), place=CASE, amount=AMOUNTS)
    def give_notice(self, place: int, amount: Ore) -> None:
        case, by = self.cases[place], person(self.officers[0])
        debtor = reclaims.debtors_of(any_application(case), clock.in_oslo(self.at).date())[0]

        def done() -> None:
            made = reclaiming.give_notice(
                any_application(case), debtor, amount, cause="Vilkåret er brutt.",
                comment_by=clock.in_oslo(self.at + timedelta(days=21)).date(), by=by, at=self.at,
            )  # fmt: skip
            self.notices.append((made.id, case, amount))

        self.do(done)

    @act(lambda self: self.notices)
    def decide_to_claim(self) -> None:
        number, case, amount = self.notices[-1]
        self.at += timedelta(days=22)
        pay_by = clock.in_oslo(self.at + timedelta(days=21)).date()
        verdict = reclaiming.Verdict(amount, "Vilkåret er brutt.", pay_by, AN_ACCOUNT)
        if self.do(
            lambda: reclaiming.decide(
                reclaims.reclaim(number), verdict, by=person(self.maker), at=self.at
            )
        ):
            self.model.claim(number, case, amount, pay_by)
            self.notices.pop()
            self.decided(number)

    def decided(self, number: int) -> None:
        """Follow what a decision brings with it, where more may happen to claims."""

    @act(lambda self: self.model.claims, amount=AMOUNTS, whole=booleans())
    def receive(self, amount: Ore, *, whole: bool) -> None:
        number = max(self.model.claims)
        left = self.model.owed(number, self.today())
        part = Ore(left) if whole or amount > left else amount
        if self.do(
            lambda: reclaiming.receive(
                reclaims.reclaim(number),
                part,
                paid_on=self.today(),
                by=person(self.attester),
                at=self.at,
            )
        ):
            self.model.repay(number, part, self.today())

    @act(lambda self: self.model.claims)
    def write_off(self) -> None:
        number = max(self.model.claims)
        if self.do(
            lambda: reclaiming.write_off(
                reclaims.reclaim(number),
                reason="Uten dekning.",
                by=person(self.maker),
                at=self.at,
            )
        ):
            self.model.write_off(number, self.today())

    @act(lambda self: self.model.claims)
    def charge_interest(self) -> None:
        number = max(self.model.claims)
        run = self.model.run(number, self.today())
        charged = self.do(
            lambda: charge_interest(
                reclaims.reclaim(number), until=self.today(), by=person(self.attester), at=self.at
            )
        )
        assert charged == bool(run)
        self.model.charge(number, self.today())

    def today(self) -> date:
        """The day it is."""
        return clock.in_oslo(self.at).date()
