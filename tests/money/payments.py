"""Acts on instalments: paid one by one or by the batch, which is withdrawn, sent, or answered by the bank."""

from collections.abc import Collection
from functools import partial

from hypothesis.strategies import integers
from sqlalchemy import select

from accounts.queries import person
from foundation import clock
from foundation.database import db
from payments import services
from payments.batches import queries as batches
from payments.batches import services as paying
from payments.batches.models import PaymentLine
from payments.batches.selecting import Rule
from payments.models import Instalment
from tests.builders import bank
from tests.money.claims import Claims
from tests.money.ground import act


class Payments(Claims):
    """What may be done with the instalments of the cases."""

    def __init__(self) -> None:
        """Begin with no batch."""
        super().__init__()
        self.batch: int | None = None
        self.order: bank.Read | None = None
        self.messages = 0

    @act(lambda self: self.to_pay(attested=False))
    def attest_all(self) -> None:
        ids = list(db.session.scalars(select(Instalment.id).order_by(Instalment.id)))
        self.do(lambda: services.attest_many(ids, by=person(self.attester), at=self.at))

    @act(lambda self: self.batch is None and self.to_pay(attested=True))
    def authorise_all(self) -> None:
        waiting = set(self._unpaid())

        def done() -> None:
            done = services.authorise_many(waiting, by=person(self.authoriser), at=self.at)
            for one in waiting - {refused.instalment.id for refused in done.refused}:
                self._paid(one, 1)

        self.do(done)

    @act(lambda self: self.batch is None and self.to_pay(attested=None))
    def compose(self) -> None:
        today = clock.in_oslo(self.at).date()

        def done() -> None:
            self.batch = paying.attest_batch(
                Rule(due_by=today), execute_on=today, by=person(self.attester), at=self.at
            ).id

        self.do(done)

    @act(lambda self: self.batch and self.order is None)
    def authorise_the_batch(self) -> None:
        def done() -> None:
            found = batches.batch(self.batch or 0)
            paying.authorise_batch(found, by=person(self.authoriser), at=self.at)

        if self.do(done):
            for one in self._lines():
                self._paid(one.instalment_id, 1)

    @act(lambda self: self.batch and self.order is None)
    def withdraw_the_batch(self) -> None:
        lines = [(one.instalment_id, one.entry_id) for one in self._lines()]

        def done() -> None:
            found = batches.batch(self.batch or 0)
            paying.withdraw(found, reason="Feil dag.", by=person(self.attester), at=self.at)

        if self.do(done):
            for number, entry in lines:
                self._paid(number, -1 if entry else 0)
            self.batch = None

    @act(lambda self: self.batch and self.order is None)
    def send_the_batch(self) -> None:
        by = person(self.authoriser)
        if batches.batch(self.batch or 0).authorised_at is None:
            return

        def done() -> None:
            content = paying.fetch_file(batches.batch(self.batch or 0), by=by, at=self.at)
            paying.mark_sent(batches.batch(self.batch or 0), by=by, at=self.at)
            self.order = bank.read_order(content)

        assert self.do(done)

    @act(lambda self: self.order, kept=integers(0, 2))
    def the_bank_answers(self, kept: int) -> None:
        """All but the first so many payments are refused; what is claimed back already stands."""
        assert self.order is not None
        self.messages += 1
        refused = {one.reference: ("AC04", "Avsluttet") for one in self.order.payments[kept:]}
        told = bank.status_report(self.order, refused, message_id=f"STATUS-{self.messages}")
        before = {one.id for one in self._lines() if one.ended_at is None}
        assert self.do(
            lambda: paying.receive(told, filename="svar.xml", by=person(self.attester), at=self.at)
        )
        for one in self._lines():
            if one.id in before and one.ended_at is not None:
                self._paid(one.instalment_id, -1)
        self.batch = self.order = None

    @act(lambda self: self.messages)
    def look_into_what_came_back(self) -> None:
        waiting = select(PaymentLine.id).where(
            PaymentLine.counter_id.is_not(None), PaymentLine.looked_into_at.is_(None)
        )
        for number in db.session.scalars(waiting.order_by(PaymentLine.id)).all():
            self.do(partial(self._look_into, number))

    def _look_into(self, number: int) -> None:
        line, by = batches.line(number), person(self.attester)
        paying.look_into(line, finding="Kontoen er riktig.", by=by, at=self.at)

    def to_pay(self, *, attested: bool | None) -> bool:
        """Tell whether something is due and not paid; attested already, not yet, or either."""
        due = select(Instalment.id).where(
            Instalment.authorised_at.is_(None), Instalment.due_at.is_not(None)
        )
        if attested is not None:
            due = due.where(Instalment.attested_at.is_not(None) == attested)
        return db.session.scalars(due).first() is not None

    def _unpaid(self) -> Collection[int]:
        waits = select(Instalment.id).where(Instalment.authorised_at.is_(None))
        return db.session.scalars(waits.order_by(Instalment.id)).all()

    def _lines(self) -> list[PaymentLine]:
        db.session.expunge_all()
        of_it = select(PaymentLine).where(PaymentLine.batch_id == self.batch)
        return list(db.session.scalars(of_it.order_by(PaymentLine.id)))

    def _paid(self, number: int, sign: int) -> None:
        one = db.session.get_one(Instalment, number)
        self.model.move("paid", one.application_id, {one.year: sign * one.amount})
