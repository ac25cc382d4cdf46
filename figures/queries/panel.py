"""The panel for research: each kommune in each year of the scheme, with what is decided and paid.

In the codes of then a row is a kommune of 1 January that year. In those of now it is a kommune of today,
with all that it has taken over; a kommune that has been split since keeps the row and number it had.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from accounts.models import Population
from applications.models import Application
from criteria.postings import PAID
from decisions.models import DecisionYear
from figures.queries.codes import kommuner_now
from figures.queries.decided import decided
from figures.queries.parts import (
    AWARDS,
    in_force,
    leads,
    municipalities_on,
    taking_part,
)
from figures.queries.rows import Codes, Row, Selection, scheme_years
from foundation import clock
from foundation.database import db
from grants.models import Call
from payments.models import Entry

Sums = Mapping[tuple[int, int], int]
"""A number for each organisation and year."""


Numbers = tuple[Sums, ...]
"""Inhabitants, applications led and taken part in, awards, øre granted and øre paid."""


@dataclass(frozen=True, slots=True)
class _Place:
    organisation: int
    number: str
    known: Row
    """Name, county, health region, centrality and language form."""


def kommuner(chosen: Selection) -> Iterator[Row]:
    """Give the kommuner of each year by number, in the columns of the catalogue.

    Nine queries, and one for each year.
    """
    numbers = (
        _inhabitants(), _led(), _joined(), _awarded(), granted_to_leads(), _paid_to_leads()
    )  # fmt: skip
    today = clock.today()
    now_of = kommuner_now(today)
    of_today = {one.organisation: one for one in _places(today)}
    for year in scheme_years() if chosen.year is None else [chosen.year]:
        then = _places(date(year, 1, 1))
        shown = _taken_over(then, now_of, of_today) if chosen.codes is Codes.NOW else _each(then)
        for place, parts in shown:
            name, *known = place.known
            now = of_today.get(now_of.get(place.organisation, 0))
            told = (place.number, now.number if now else None, name, year, *known)
            yield (*told, *_added_up(numbers, parts, year))


def _each(places: list[_Place]) -> list[tuple[_Place, list[int]]]:
    return [(one, [one.organisation]) for one in places]


def _taken_over(
    then: list[_Place], now_of: Mapping[int, int], of_today: Mapping[int, _Place]
) -> list[tuple[_Place, list[int]]]:
    """Give the kommuner of today by number, each with those of then that it has taken over."""
    parts: defaultdict[_Place, list[int]] = defaultdict(list)
    for one in then:
        parts[of_today.get(now_of.get(one.organisation, 0), one)].append(one.organisation)
    return sorted(parts.items(), key=lambda pair: pair[0].number)


def _added_up(numbers: Numbers, parts: list[int], year: int) -> Row:
    """Add up the numbers of a place's parts; inhabitants are unknown when those of a part are."""
    inhabitants, *others = numbers
    known = [inhabitants[part, year] for part in parts if (part, year) in inhabitants]
    people = sum(known) if len(known) == len(parts) else None
    return (people, *(sum(one.get((part, year), 0) for part in parts) for one in others))


def _places(day: date) -> list[_Place]:
    place = municipalities_on(day)
    rows = db.session.execute(
        select(
            place.c.organisation_id,
            place.c.number,
            place.c.name,
            place.c.county_name,
            place.c.health_region,
            place.c.centrality,
            place.c.language_form,
        ).order_by(place.c.number)
    )
    return [_Place(one[0], one[1], tuple(one[2:])) for one in rows]


def granted_to_leads() -> Sums:
    """Sum the years of the decisions in force by their leads, in øre."""
    now, lead = in_force(), leads()
    return _sums(
        select(lead.c.organisation_id, DecisionYear.year, func.sum(DecisionYear.amount))
        .join(now, now.c.decision_id == DecisionYear.decision_id)
        .join(lead, lead.c.application_id == now.c.application_id)
        .group_by(lead.c.organisation_id, DecisionYear.year)
    )


def _paid_to_leads() -> Sums:
    now, lead = in_force(), leads()
    return _sums(
        select(lead.c.organisation_id, Entry.year, func.sum(Entry.amount))
        .join(lead, lead.c.application_id == Entry.application_id)
        .join(now, now.c.application_id == Entry.application_id)
        .where(Entry.booked_as.in_(PAID))
        .group_by(lead.c.organisation_id, Entry.year)
    )


def _led() -> Sums:
    known, lead = decided(), leads()
    return _sums(
        select(lead.c.organisation_id, Call.first_year, func.count())
        .select_from(Application)
        .join(Call, Call.id == Application.call_id)
        .join(known, known.c.application_id == Application.id)
        .join(lead, lead.c.application_id == Application.id)
        .group_by(lead.c.organisation_id, Call.first_year)
    )


def _joined() -> Sums:
    return _sums(_counted_by_partner())


def _awarded() -> Sums:
    now = in_force()
    return _sums(
        _counted_by_partner()
        .join(now, now.c.application_id == Application.id)
        .where(now.c.outcome.in_(AWARDS))
    )


def _counted_by_partner() -> Select[int, int, int]:
    known, part = decided(), taking_part()
    return (
        select(part.c.organisation_id, Call.first_year, func.count())
        .select_from(Application)
        .join(Call, Call.id == Application.call_id)
        .join(known, known.c.application_id == Application.id)
        .join(part, part.c.application_id == Application.id)
        .group_by(part.c.organisation_id, Call.first_year)
    )


def _inhabitants() -> Sums:
    return _sums(select(Population.organisation_id, Population.year, Population.inhabitants))


def _sums(statement: Select[*tuple[Any, ...]]) -> Sums:
    return {
        (organisation, year): int(number)
        for organisation, year, number in db.session.execute(statement)
    }
