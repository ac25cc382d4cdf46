"""The panel for research: each kommune in each year of the scheme, with what is decided and paid."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from accounts.models import Population
from applications.models import Application
from criteria.postings import PAID
from decisions.models import DecisionYear
from figures.queries.decided import decided
from figures.queries.parts import (
    AWARDS,
    in_force,
    leads,
    municipalities_on,
    taking_part,
)
from figures.queries.rows import Row, Selection, scheme_years, stream
from foundation.database import db
from grants.models import Call
from payments.models import Entry

Sums = Mapping[tuple[int, int], int]
"""A number for each organisation and year."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    inhabitants: Sums
    led: Sums
    joined: Sums
    awarded: Sums
    granted: Sums
    paid: Sums


def kommuner(chosen: Selection) -> Iterator[Row]:
    """Give the kommuner of each year by number, in the columns of the catalogue.

    Seven queries, and one for each year.
    """
    numbers = _Numbers(
        _inhabitants(), _led(), _joined(), _awarded(), granted_to_leads(), _paid_to_leads()
    )
    for year in scheme_years() if chosen.year is None else [chosen.year]:
        place = municipalities_on(date(year, 1, 1))
        places = stream(
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
        for organisation, number, name, *known in places:
            key = (int(str(organisation)), year)
            yield (number, name, year, *known, *_of(numbers, key))


def _of(numbers: _Numbers, key: tuple[int, int]) -> Row:
    return (
        numbers.inhabitants.get(key),
        numbers.led.get(key, 0),
        numbers.joined.get(key, 0),
        numbers.awarded.get(key, 0),
        numbers.granted.get(key, 0),
        numbers.paid.get(key, 0),
    )


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
