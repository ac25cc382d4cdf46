"""Acts on the grants: published, answered, complained of, stopped, carried to the next year."""

from hypothesis.stateful import initialize
from hypothesis.strategies import booleans, integers, sampled_from
from sqlalchemy import func, select

from accounts.queries import person
from applications.queries import any_application
from criteria.frame import Refusal
from decisions import queries as decisions
from decisions import services as deciding
from decisions.appeals import queries as appeals
from decisions.appeals import services as complaining
from decisions.models import DecisionYear
from foundation.database import db, transaction
from foundation.money import Ore
from grants import queries as grants
from payments import carrying
from payments.models import Instalment
from payments.reclaims import stops
from tests.builders.appeals import a_written_complaint, who_signs
from tests.builders.decisions import AN_ACCOUNT, NOW
from tests.builders.payments import signatory_of
from tests.money.frame import YEARS, Frame
from tests.money.ground import act

CASES = 2
CASE = integers(0, CASES - 1)


class Cases(Frame):
    """What may be done in the cases of a round."""

    def __init__(self) -> None:
        """Begin with nothing published."""
        super().__init__()
        self.published = False
        self.answered: dict[int, bool] = {}
        self.stopped: set[int] = set()
        self.complaints: dict[int, tuple[int, int]] = {}
        self.complained = False

    @initialize(answers=sampled_from(((0, 1), (0,), ())))
    def begin(self, answers: tuple[int, ...]) -> None:
        """Begin some of the sequences where most has happened: the grants are published and accepted."""
        if answers:
            self.publish()
        for place in answers:
            self.answer(place, yes=True)

    @act(lambda self: not self.published)
    def publish_the_round(self) -> None:
        self.publish()

    @act(lambda self: self.published and len(self.answered) < CASES, place=CASE, yes=booleans())
    def answer_the_award(self, place: int, *, yes: bool) -> None:
        self.answer(place, yes=yes)

    def publish(self) -> None:
        """Publish what is signed, on the day that its letters bear."""
        rows = db.session.execute(
            select(DecisionYear.year, func.sum(DecisionYear.amount)).group_by(DecisionYear.year)
        ).all()
        short = any(total > self.model.room(year) for year, total in rows)
        self.at, later = NOW, self.at
        self.published = self.do(
            lambda: deciding.publish_round(
                grants.call(self.call), by=person(self.maker), at=self.at
            ),
            refused=Refusal.OVER_APPROPRIATION if short else None,
        )
        self.at = later
        if self.published:
            for one in decisions.round_now(self.call):
                by_year = {year.year: int(year.amount) for year in one.years}
                self.model.move("committed", one.application_id, by_year)

    def answer(self, place: int, *, yes: bool) -> None:
        """Let a lead say yes or no, once."""
        case = self.cases[place]
        signatory = signatory_of(any_application(case)).id

        def done() -> None:
            by = person(signatory)
            deciding.answer_award(
                decisions.published_decision(by, case),
                accepted=yes,
                account_number=AN_ACCOUNT,
                by=by,
                at=NOW,
            )

        if case not in self.answered and self.do(done):
            self.answered[case] = yes
            if not yes:
                self.model.forget(case)

    @act(lambda self: self.published and not self.complained, place=CASE)
    def complain(self, place: int) -> None:
        case = self.cases[place]

        def done() -> None:
            found = next(
                one for one in decisions.round_now(self.call) if one.application_id == case
            )
            by = who_signs(found)
            draft = a_written_complaint(found, by, NOW)
            sent = complaining.submit_complaint(draft, by=by, at=NOW)
            self.complaints[case], self.complained = (sent.id, by.id), True

        if case not in self.complaints:
            self.do(done)

    @act(lambda self: self.complaints)
    def withdraw_a_complaint(self) -> None:
        case, (number, signatory) = next(iter(self.complaints.items()))
        by = person(signatory)
        if self.do(
            lambda: complaining.withdraw_complaint(
                appeals.complaint_of(by, number), by=by, at=self.at
            )
        ):
            del self.complaints[case]

    @act(lambda self: self.published, place=CASE)
    def stop_or_lift(self, place: int) -> None:
        case = self.cases[place]
        first, second = (person(one) for one in self.officers[:2])
        if case in self.stopped:
            assert self.do(
                lambda: stops.lift_stop(
                    any_application(case), reason="Avklart.", by=second, at=self.at
                )
            )
        else:
            assert self.do(
                lambda: stops.stop_payment(
                    any_application(case), reason="Uklart.", by=first, at=self.at
                )
            )
        self.stopped ^= {case}

    @act(lambda self: any(self.answered.values()), place=CASE)
    def carry_what_is_unused(self, place: int) -> None:
        """Let an instalment that waits go to the next year."""
        case = self.cases[place]
        waits = select(Instalment.year, Instalment.amount).where(
            Instalment.application_id == case,
            Instalment.authorised_at.is_(None),
            Instalment.year < YEARS[-1],
        )
        last = db.session.execute(waits.order_by(Instalment.id.desc())).first()
        if last is None:
            return
        year, amount = last
        underway = db.session.scalars(
            select(Instalment.id).where(
                Instalment.application_id == case,
                Instalment.year == year,
                Instalment.authorised_at.is_(None),
                Instalment.attested_at.is_not(None),
            )
        ).first()

        def done() -> None:
            unused, application = carrying.Unused(year, amount, Ore(0)), any_application(case)
            by = person(self.attester)
            with transaction():
                carrying.book_unused(application, unused, "Samtykke", by=by, at=self.at)
                carrying.move_instalments(application, unused, by=by, at=self.at)

        short = Refusal.OVER_APPROPRIATION if amount > self.model.room(year + 1) else None
        if underway is None and self.do(done, refused=short):
            self.model.move("committed", case, {year: -amount, year + 1: amount})
