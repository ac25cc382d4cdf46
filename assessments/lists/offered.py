"""What the filters of the work list offer to choose among, and what each choice is called."""

from dataclasses import dataclass

from sqlalchemy import select

from accounts.models import Role
from accounts.queries import PersonName, names_as
from applications.queries import counties_on
from foundation import clock
from foundation.database import db
from foundation.language import Bilingual
from grants.models import Measure
from grants.queries import CallTitle, call_titles


@dataclass(frozen=True, slots=True)
class Offered:
    """Calls, measures, counties and officers, each in the order they are read."""

    calls: tuple[CallTitle, ...]
    measures: tuple[tuple[int, str, Bilingual], ...]
    counties: tuple[str, ...]
    officers: tuple[PersonName, ...]


def offered() -> Offered:
    """Read all that can be chosen among."""
    return Offered(
        tuple(call_titles()), tuple(_measures()), tuple(counties_on(clock.today())),
        tuple(names_as(Role.CASE_OFFICER)),
    )  # fmt: skip


def _measures() -> list[tuple[int, str, Bilingual]]:
    rows = db.session.execute(
        select(Measure.id, Measure.code, Measure.name).order_by(Measure.code, Measure.id)
    )
    return [(row.id, row.code, row.name) for row in rows]
