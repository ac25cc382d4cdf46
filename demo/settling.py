"""Playing what a year leaves behind: unused money, a grant made less, a stop, and the books closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

from sqlalchemy import select

from applications.facts import lead_of
from applications.models import Application
from applications.queries import any_application
from assessments import services as assessing
from criteria.moving import Move, Place
from criteria.reclaiming import ReclaimKind
from criteria.steps import Step
from demo.applying import made_up_pdf
from demo.people import Cast
from followup.carryover import services as carrying
from followup.carryover.models import CarryOver
from followup.carryover.money import money_of
from followup.carryover.queries import carry_over
from followup.carryover.services import Wanted
from foundation.database import db
from foundation.files import Store
from foundation.money import NOTHING, Ore, kroner
from grants.models import Call
from payments.books import services as books
from payments.books.queries import books_so_far
from payments.books.recording import Document
from payments.models import Instalment
from payments.reclaims import services as reclaiming
from payments.reclaims import stops
from payments.reclaims.queries import debtors_of, reclaim
from payments.reclaims.services import Verdict

NINE = time(9, 0, tzinfo=UTC)
CARRIED = kroner(5_000_000)
LESS = kroner(25_000)
PAY_TO = "76940512057"


@dataclass(frozen=True, slots=True)
class Settling:
    """Who settles, and the day that it is played up to."""

    cast: Cast
    store: Store
    as_of: date

    def at(self, month: int, day: int) -> datetime:
        """Give a morning of the year that is played up to, or the last one where that is not come yet."""
        return datetime.combine(
            min(date(self.as_of.year, month, day), self.as_of - timedelta(days=2)), NINE
        )


def settle(settling: Settling, call: Call) -> None:
    """Settle the year before in the cases of a round that still goes on, and close the first year's books."""
    _carry_the_post(settling, call.budget_post_id)
    cases = _going_on(call)
    asked = _with_something_unused(settling, cases)
    if asked:
        _answer(settling, _ask(settling, asked[0], at=settling.at(3, 28)))
    if len(asked) > 1:
        _ask(settling, asked[1], at=settling.at(11, 15))
    others = [one for one in cases if one not in [case for case, _amount in asked[:2]]]
    if others:
        _make_less(settling, others[0])
    if len(others) > 1:
        _stop(settling, others[1])
    _close_the_books(settling)


def _going_on(call: Call) -> Sequence[int]:
    return db.session.scalars(
        select(Application.id)
        .where(Application.call_id == call.id, Application.step == Step.ACCEPTED)
        .order_by(Application.id)
    ).all()


def _with_something_unused(settling: Settling, cases: Sequence[int]) -> list[tuple[int, Ore]]:
    """Give the cases with what they have unused of the last year; those that wait at the bank come last.

    Of these only what they have received is applied for: the rest cannot move before the bank is done.
    """
    year = settling.as_of.year - 1
    underway = set(
        db.session.scalars(
            select(Instalment.application_id).where(
                Instalment.year == year,
                Instalment.attested_at.is_not(None),
                Instalment.authorised_at.is_(None),
            )
        )
    )
    found = []
    for case, of in money_of(cases).items():
        money = of.get(year)
        amount = NOTHING if money is None else money.held if case in underway else money.unused
        if amount:
            found.append((case, amount))
    return sorted(found, key=lambda one: (one[0] in underway, one[0]))


def _ask(settling: Settling, of: tuple[int, Ore], *, at: datetime) -> CarryOver:
    case, amount = of
    application = any_application(case)
    lead = lead_of(application).organisation_id
    wanted = Wanted(
        settling.as_of.year - 1, amount, date(settling.as_of.year, 12, 15),
        "Leverandøren ble forsinket, så opplæringen blir holdt i år. (Demodata)",
    )  # fmt: skip
    made = carrying.ask_to_carry_over(
        application, wanted, by=settling.cast.signatories[lead], at=at
    )
    db.session.expunge_all()
    return carry_over(made.id)


def _answer(settling: Settling, found: CarryOver) -> None:
    """Propose and sign that all of it may be used."""
    officer, maker = settling.cast.officers[0], settling.cast.decision_makers[0]
    at = found.asked_at + timedelta(days=9)
    case = any_application(found.application_id)
    for one in (officer, maker):
        assessing.declare_impartial([case], by=one, at=at)
    db.session.expunge_all()
    carrying.propose_answer(
        carry_over(found.id), found.amount, "Forsinkelsen er forklart. (Demodata)", by=officer, at=at
    )
    db.session.expunge_all()
    proposed = carry_over(found.id)
    carrying.sign_answer(proposed, seen=proposed.version, by=maker, at=at + timedelta(hours=2))
    db.session.expunge_all()


def _make_less(settling: Settling, case: int) -> None:
    """Give notice that a grant is made less, and let another decide when the time to comment is over."""
    officer, maker = settling.cast.officers[1], settling.cast.decision_makers[0]
    noticed_at = settling.at(9, 1)
    comment_by = (noticed_at + timedelta(days=21)).date()
    application = any_application(case)
    for one in (officer, maker):
        assessing.declare_impartial([application], by=one, at=noticed_at)
    db.session.expunge_all()
    application = any_application(case)
    made = reclaiming.give_notice(
        application, debtors_of(application, noticed_at.date())[0], LESS,
        cause="To av kommunene har ikke tatt løsningen i bruk som planlagt. (Demodata)",
        comment_by=comment_by, by=officer, at=noticed_at, kind=ReclaimKind.REDUCE,
    )  # fmt: skip
    db.session.expunge_all()
    decided_at = noticed_at + timedelta(days=25)
    if decided_at.date() >= settling.as_of:
        return
    verdict = Verdict(
        LESS, "Tilskuddet settes ned etter vilkårene. (Demodata)",
        decided_at.date() + timedelta(days=30), PAY_TO,
    )  # fmt: skip
    reclaiming.decide(reclaim(made.id), verdict, by=maker, at=decided_at)
    db.session.expunge_all()


def _stop(settling: Settling, case: int) -> None:
    officer, at = settling.cast.officers[2], settling.at(11, 2)
    assessing.declare_impartial([any_application(case)], by=officer, at=at)
    db.session.expunge_all()
    stops.stop_payment(
        any_application(case),
        reason="Vi venter på svar om hvem som bruker løsningen. (Demodata)", by=officer, at=at,
    )  # fmt: skip
    db.session.expunge_all()


def _carry_the_post(settling: Settling, post: int) -> None:
    """Carry some of the last year's unused money on the post over to this one, by a letter that allows it."""
    last = settling.as_of.year - 1
    letter = settling.store.receive(BytesIO(made_up_pdf("Samtykke til overføring")))
    books.carry_over(
        Move(
            Place(post, last), Place(post, last + 1), CARRIED,
            "Samtykke fra departementet, bevilgningsreglementet § 5. (Demodata)",
        ),
        Document(letter, "samtykke.pdf"), by=settling.cast.controllers[0], at=settling.at(2, 20),
    )  # fmt: skip
    db.session.expunge_all()


def _close_the_books(settling: Settling) -> None:
    """Close the months of the scheme's first year, in turn."""
    at = datetime.combine(settling.as_of - timedelta(days=1), NINE)
    first = books_so_far().next_month
    while first and first.year == _FIRST_YEAR:
        books.close_month(first, by=settling.cast.controllers[0], at=at)
        first = books_so_far().next_month
    db.session.expunge_all()


_FIRST_YEAR = 2024
