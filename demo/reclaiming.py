"""Money that is asked back and paid too late: with interest, of which a part has come."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select

from applications.queries import any_application
from assessments import services as assessing
from criteria.postings import EntryKind
from demo.people import Cast
from foundation.database import db
from foundation.money import Ore, kroner
from grants import queries as grants
from payments.interest.charging import charge_interest
from payments.interest.rates import set_rate
from payments.models import Entry
from payments.reclaims import queries, services

NINE = time(9, 0, tzinfo=UTC)
RATE = 1250
SOURCE = "regelverket for ordningen, jf. forsinkelsesrenteloven § 3 (demodata)"
ACCOUNT = "12345678903"
CLAIMED, CAME = kroner(60_000), kroner(25_000)
NOTICED, DECIDED, DUE, CHARGED, PAID = 190, 160, 130, 60, 45
"""How many days before the last day of the play each thing happens."""


def set_interest(cast: Cast, *, at: datetime) -> None:
    """Give the scheme a rate of interest, so that what is claimed bears it when it is paid late."""
    set_rate(
        grants.scheme(), RATE, from_on=at.date(), source=SOURCE, by=cast.administrator, at=at
    )


def claim_back(cast: Cast, as_of: date) -> None:
    """Let one grant be claimed back in part: noticed, decided, not paid in time, and then paid in part."""

    def then(days: int) -> datetime:
        return datetime.combine(as_of - timedelta(days=days), NINE)

    found = _paid_long_ago(then(NOTICED))
    if found is None:
        return
    officer, maker, controller = cast.officers[0], cast.decision_makers[0], cast.controllers[0]
    case = any_application(found)
    for one in (officer, maker, controller):
        assessing.declare_impartial([case], by=one, at=then(NOTICED))
    debtor = queries.debtors_of(case, then(NOTICED).date())[0]
    made = services.give_notice(
        case, debtor, CLAIMED, by=officer, at=then(NOTICED),
        cause="Regnskapet viser utgifter som ikke hører til prosjektet. (Demodata)",
        comment_by=then(NOTICED - 21).date(),
    )  # fmt: skip
    verdict = services.Verdict(
        CLAIMED, "Utgiftene er ikke blant dem tilskuddet kan brukes til. (Demodata)",
        then(DUE).date(), ACCOUNT,
    )  # fmt: skip
    services.decide(queries.reclaim(made.id), verdict, by=maker, at=then(DECIDED))
    until = then(CHARGED)
    charge_interest(queries.reclaim(made.id), until=until.date(), by=controller, at=until)
    paid_on = then(PAID)
    services.receive(
        queries.reclaim(made.id), CAME, paid_on=paid_on.date(), by=controller, at=paid_on
    )
    db.session.expunge_all()


def _paid_long_ago(at: datetime) -> int | None:
    """Find a case with enough paid before a moment, and nothing of it on its way back."""
    paid = func.sum(Entry.amount)
    return db.session.scalars(
        select(Entry.application_id)
        .where(
            Entry.booked_as.in_((EntryKind.PAYMENT, EntryKind.PAYMENT_RETURN)),
            Entry.posted_at < at,
        )
        .group_by(Entry.application_id)
        .having(paid >= Ore(2 * CLAIMED))
        .order_by(Entry.application_id)
        .limit(1)
    ).first()
