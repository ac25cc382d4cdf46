"""Acts on what the frame is made of: granted, moved, taken back, and the months that are closed."""

from datetime import timedelta

from hypothesis.strategies import booleans, integers, sampled_from
from sqlalchemy import select

from accounts.queries import person
from criteria.frame import Refusal
from criteria.moving import Move, Place
from foundation import files
from foundation.database import db
from foundation.money import Ore
from payments import queries, services
from payments.books import services as books
from payments.books.models import Movement, MovementKind
from payments.books.queries import books_so_far, movement
from payments.books.recording import Document
from payments.models import Entry
from tests.builders.payments import an_appropriation
from tests.money.ground import Ground, act

YEARS = (2026, 2027, 2028)
AMOUNTS = integers(1, 2_000_000_00).map(Ore)


class Frame(Ground):
    """What may be done with a post as a whole."""

    @act(lambda _: True, year=sampled_from(YEARS), amount=AMOUNTS, more=booleans())
    def appropriate(self, year: int, amount: Ore, *, more: bool) -> None:
        number = an_appropriation(year, amount if more else Ore(-amount)).id
        short = not more and amount > self.model.room(year)
        if self.do(
            lambda: services.book_appropriation(
                queries.appropriation(number), by=person(self.attester), at=self.at
            ),
            refused=Refusal.OVER_APPROPRIATION if short else None,
        ):
            self.model.of_year(year)["appropriated"] += amount if more else -amount

    @act(lambda _: True)
    def counter_the_last_appropriation(self) -> None:
        of_ours = select(Entry.id, Entry.year, Entry.amount).where(
            Entry.appropriation_id.is_not(None), Entry.budget_post_id == self.post
        )
        number, year, amount = db.session.execute(of_ours.order_by(Entry.id.desc())).first() or (
            0,
            0,
            0,
        )
        known = queries.counter_of(number) is not None
        if not known and self.do(
            lambda: services.reverse(
                queries.entry(number), reason="Feil.", by=person(self.attester), at=self.at
            ),
            refused=Refusal.OVER_APPROPRIATION if amount > self.model.room(year) else None,
        ):
            self.model.of_year(year)["appropriated"] -= amount

    @act(lambda _: True, there=sampled_from(YEARS), here=sampled_from(YEARS), amount=AMOUNTS)
    def transfer(self, there: int, here: int, amount: Ore) -> None:
        what = Move(Place(self.post, there), Place(self.post, here), amount, "Prop. 1 S")
        if there != here and self.do(
            lambda: books.transfer(what, by=person(self.attester), at=self.at),
            refused=Refusal.OVER_APPROPRIATION if amount > self.model.room(there) else None,
        ):
            self._moved(there, here, amount)

    @act(lambda _: True, year=sampled_from(YEARS[:-1]), amount=AMOUNTS)
    def carry_over(self, year: int, amount: Ore) -> None:
        what = Move(Place(self.post, year), Place(self.post, year + 1), amount, "Samtykke")
        paper = Document(files.store().keep(b"%PDF-1.7 authority", "application/pdf"), "brev.pdf")
        if self.do(
            lambda: books.carry_over(what, paper, by=person(self.attester), at=self.at),
            refused=Refusal.OVER_APPROPRIATION if amount > self.model.room(year) else None,
        ):
            self._moved(year, year + 1, amount)

    def _moved(self, there: int, here: int, amount: int) -> None:
        self.model.of_year(there)["appropriated"] -= amount
        self.model.of_year(here)["appropriated"] += amount

    @act(lambda _: True)
    def take_back_what_was_moved_last(self) -> None:
        kinds = (MovementKind.TRANSFER, MovementKind.CARRY_OVER)
        number = db.session.scalars(
            select(Movement.id).where(Movement.kind.in_(kinds)).order_by(Movement.id.desc())
        ).first()
        taken = select(Movement.id).where(Movement.counters_id == number)
        if number is None or db.session.scalars(taken).first() is not None:
            return
        entries = select(Entry.year, Entry.amount).where(Entry.movement_id == number)
        (there, amount), (here, _) = db.session.execute(entries.order_by(Entry.id)).all()
        if self.do(
            lambda: books.reverse_movement(
                movement(number), reason="Feil år.", by=person(self.attester), at=self.at
            ),
            refused=Refusal.OVER_APPROPRIATION if -amount > self.model.room(here) else None,
        ):
            self._moved(here, there, -amount)

    @act(lambda _: True, days=integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.at += timedelta(days=days)

    @act(lambda _: True)
    def close_the_next_month(self) -> None:
        first = books_so_far().next_month
        assert first is not None
        self.do(lambda: books.close_month(first, by=person(self.attester), at=self.at))
