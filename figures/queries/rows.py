"""How rows leave the database: in the columns' order, a batch at a time, however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute

from foundation.database import db
from foundation.flowing import flow
from grants.models import Scheme

Cell: TypeAlias = str | int | bool | Decimal | date | datetime | StrEnum | None
Row: TypeAlias = tuple[Cell, ...]

_BATCH = 1_000


class Codes(StrEnum):
    """Which division into kommuner a table is in: that of each year, or that of today."""

    THEN = "then"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for: a budget year or all of them (None), and in which kommuner."""

    year: int | None = None
    codes: Codes = Codes.THEN

    def as_filter(self) -> dict[str, int | str | None]:
        """Give the selection as it is kept in the log."""
        now = {"codes": self.codes.value} if self.codes is Codes.NOW else {}
        return {"year": self.year, **now}

    def within(self, column: InstrumentedAttribute[int]) -> list[ColumnElement[bool]]:
        """Give what a column of budget years must be to belong to what is chosen."""
        return [] if self.year is None else [column == self.year]


def stream(statement: Select[*tuple[Any, ...]]) -> Iterator[Row]:
    """Give a statement's rows; no more than a batch is in memory.

    They are columns, never whole objects, so the session need not look at each of them. Nothing else is asked
    before the last of them.
    """
    for batch in flow(db.session.connection(), statement, _BATCH):
        yield from batch


def scheme_years() -> list[int]:
    """List the budget years that there may be figures for: those of the scheme."""
    periods = db.session.execute(select(Scheme.first_year, Scheme.last_year))
    return sorted({year for first, last in periods for year in range(first, last + 1)})
