"""What has been paid in each budget year, for the whole scheme, and how many kommuner there are."""

from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from figures.queries.parts import municipalities_on
from foundation.database import db
from foundation.money import ORE_PER_KRONE
from payments.books.models import PostBalance
from payments.running.kinds import CostKind
from payments.running.queries import costs_by_year

MILLION = 1_000_000


def paid_by_year() -> dict[int, Decimal]:
    """Add up what is paid, less what came back, in millions of kroner by budget year. One query."""
    rows = db.session.execute(
        select(PostBalance.year, func.sum(PostBalance.paid))
        .group_by(PostBalance.year)
        .having(func.sum(PostBalance.paid) != 0)
    )
    return {year: _millions(int(ore)) for year, ore in rows}


def spent_by_year() -> tuple[dict[int, Decimal], dict[int, Decimal]]:
    """Add up what setting up and running the scheme has cost, in millions by year. One query."""
    years = costs_by_year()
    return (
        {one.year: _millions(one.of(CostKind.SETUP)) for one in years},
        {one.year: _millions(one.operation) for one in years},
    )


def _millions(ore: int) -> Decimal:
    return Decimal(ore) / ORE_PER_KRONE / MILLION


def municipalities_today(today: date) -> int:
    """Count the kommuner that exist on a day. One query."""
    place = municipalities_on(today)
    return db.session.scalar(select(func.count()).select_from(place)) or 0
