"""The awards that are in force and sent out, as everybody may read them. Each award is counted once.

An award that was declined or has lapsed is no award. A project's title that an officer has screened in the
public journal is screened here too, and not searched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, aliased

from accounts.models import Organisation
from accounts.tilemap import Counted
from applications.models import Application, Partner
from applications.queries.spelling import mentions
from figures.openness.models import DocumentKind, Exemption, JournalLine
from figures.queries.parts import AWARDS, in_force, leads, municipalities_on, taking_part
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call

SIZE = 50


class Grouping(StrEnum):
    """What awards are added up by. The county and the kommune are those of the lead."""

    CALL = "call"
    YEAR = "year"
    COUNTY = "county"
    LEAD = "lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardFilter:
    """Which awards to show. `kommune`: part of the name of any that takes part."""

    text: str = ""
    kommune: str = ""
    county: str = ""
    call: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """An award. `title` None: it is screened. Amounts in øre."""

    id: int
    case_number: str
    title: str | None
    lead: str
    county: str
    call_id: int
    call: Bilingual
    year: int
    amount: Ore
    published_at: datetime
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """How many awards a group has, and what they come to."""

    group: str | int | Bilingual
    number: int
    amount: Ore
    key: str | int | None = None
    """What the group is chosen by: a call and a lead have an id."""


@dataclass(frozen=True, slots=True)
class AwardPage:
    """A page of awards, the newest first, and the id that the next page comes after."""

    rows: Sequence[Award]
    after: int | None


def award_page(
    chosen: AwardFilter, today: date, *, after: int | None = None, size: int = SIZE
) -> AwardPage:
    """Give the awards that follow one, or else the newest. Two queries."""
    awards = _Awards(today)
    statement = awards.select(*awards.columns()).where(*awards.conditions(chosen))
    if after is not None:
        place = select(awards.now.c.published_at).where(awards.now.c.decision_id == after)
        statement = statement.where(
            tuple_(awards.now.c.published_at, awards.now.c.decision_id)
            < tuple_(place.scalar_subquery(), after)
        )
    rows = db.session.execute(
        statement.order_by(awards.now.c.published_at.desc(), awards.now.c.decision_id.desc()).limit(
            size + 1
        )
    ).all()
    names = _participants([row.application_id for row in rows[:size]])
    shown = [
        Award(
            id=row.decision_id,
            case_number=row.case_number,
            title=None if row.screened else row.title,
            lead=row.lead,
            county=row.county_name or "",
            call_id=row.call_id,
            call=row.call,
            year=row.first_year,
            amount=Ore(row.amount),
            published_at=row.published_at,
            participants=names.get(row.application_id, ()),
        )
        for row in rows[:size]
    ]
    return AwardPage(shown, shown[-1].id if len(rows) > size else None)


def all_awards(chosen: AwardFilter, today: date) -> list[Award]:
    """List every award of a choice. Two queries for each thousand."""
    found: list[Award] = []
    page = award_page(chosen, today, size=1000)
    found += page.rows
    while page.after is not None:
        page = award_page(chosen, today, after=page.after, size=1000)
        found += page.rows
    return found


def sums_of(chosen: AwardFilter, grouping: Grouping, today: date) -> list[Sum]:
    """Add the awards of a choice up by something; each is in exactly one group. One query."""
    awards = _Awards(today)
    key, name = awards.group(grouping)
    rows = db.session.execute(
        awards.select(
            key.label("key"),
            name.label("name"),
            func.count().label("number"),
            func.sum(awards.now.c.amount).label("sum"),
        )
        .where(*awards.conditions(chosen))
        .group_by(key, name)
        .order_by(func.sum(awards.now.c.amount).desc(), key)
    )
    return [Sum(row.name or "", row.number, Ore(int(row.sum)), row.key) for row in rows]


def kommuner_in(chosen: AwardFilter, today: date) -> list[Counted]:
    """Give every kommune of today with how many awards of a choice it takes part in. One query."""
    awards, part, place = _Awards(today), taking_part(), municipalities_on(today)
    counts = (
        awards.select(part.c.organisation_id, func.count().label("number"))
        .join(part, part.c.application_id == awards.now.c.application_id)
        .where(*awards.conditions(chosen))
        .group_by(part.c.organisation_id)
        .subquery()
    )
    rows = db.session.execute(
        select(place.c.number, place.c.name, place.c.county_name, counts.c.number)
        .outerjoin(counts, counts.c.organisation_id == place.c.organisation_id)
        .order_by(place.c.number)
    )
    return [
        Counted(number=number, name=name, county=county, count=count or 0)
        for number, name, county, count in rows
    ]


def total_of(sums: Sequence[Sum]) -> Sum:
    """Add groups up: the control total."""
    return Sum("", sum(one.number for one in sums), Ore(sum(one.amount for one in sums)))


def choices(today: date) -> tuple[list[str], list[tuple[int, Bilingual]], list[int]]:
    """Give the counties, calls and years that have awards. Two queries."""
    counties = [str(one.group) for one in sums_of(AwardFilter(), Grouping.COUNTY, today)]
    awards = _Awards(today)
    rows = db.session.execute(
        awards.select(awards.first.id, awards.first.title, Call.first_year)
        .distinct()
        .order_by(Call.first_year.desc(), awards.first.id)
    ).all()
    calls = {row[0]: row[1] for row in rows}
    years = sorted({row[2] for row in rows}, reverse=True)
    return sorted(filter(None, counties)), list(calls.items()), years


class _Awards:
    """The joins that all questions about awards share."""

    def __init__(self, today: date) -> None:
        self.now = in_force()
        self.lead = leads()
        self.place = municipalities_on(today)
        self.first = aliased(Call)

    def columns(self) -> tuple[Any, ...]:
        return (
            self.now.c.decision_id, self.now.c.application_id, self.now.c.amount,
            self.now.c.published_at, Application.case_number, Application.title,
            Exemption.title.label("screened"), Organisation.name.label("lead"),
            self.place.c.county_name, self.first.id.label("call_id"),
            self.first.title.label("call"), Call.first_year,
        )  # fmt: skip

    def select(
        self, *columns: ColumnElement[Any] | InstrumentedAttribute[Any]
    ) -> Select[*tuple[Any, ...]]:
        line = and_(
            JournalLine.kind == DocumentKind.APPLICATION, JournalLine.source_id == Application.id
        )
        mark = and_(Exemption.line_id == JournalLine.id, Exemption.superseded_at.is_(None))
        return (
            select(*columns)
            .select_from(self.now)
            .join(Application, Application.id == self.now.c.application_id)
            .join(Call, Call.id == Application.call_id)
            .join(self.first, self.first.id == Call.round_id)
            .join(self.lead, self.lead.c.application_id == Application.id)
            .join(Organisation, Organisation.id == self.lead.c.organisation_id)
            .outerjoin(self.place, self.place.c.organisation_id == Organisation.id)
            .outerjoin(JournalLine, line)
            .outerjoin(Exemption, mark)
            .where(self.now.c.outcome.in_(AWARDS), func.coalesce(self.now.c.accepted, True))
        )

    def group(self, grouping: Grouping) -> tuple[Any, Any]:
        """Give what a grouping goes by, and what its groups are called."""
        keys: dict[Grouping, tuple[Any, Any]] = {
            Grouping.CALL: (self.first.id, self.first.title),
            Grouping.YEAR: (Call.first_year, Call.first_year),
            Grouping.COUNTY: (self.place.c.county_name, self.place.c.county_name),
            Grouping.LEAD: (Organisation.id, Organisation.name),
        }
        return keys[grouping]

    def conditions(self, chosen: AwardFilter) -> list[ColumnElement[bool]]:
        where: list[ColumnElement[bool]] = []
        if chosen.text:
            where.append(and_(Exemption.title.is_(None), mentions(chosen.text, Application.title)))
        if chosen.county:
            where.append(self.place.c.county_name == chosen.county)
        if chosen.call is not None:
            where.append(self.first.id == chosen.call)
        if chosen.year is not None:
            where.append(Call.first_year == chosen.year)
        if chosen.kommune:
            where.append(Application.id.in_(_with(chosen.kommune)))
        return where


def _with(kommune: str) -> Select[int]:
    part, other = taking_part(), aliased(Organisation)
    name: InstrumentedAttribute[str] = other.name
    return (
        select(part.c.application_id)
        .join(other, other.id == part.c.organisation_id)
        .where(mentions(kommune, name))
    )


def _participants(cases: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Name the others that take part in each case, in the order they were invited."""
    part, lead = taking_part(), leads()
    rows = db.session.execute(
        select(part.c.application_id, Organisation.name)
        .join(Organisation, Organisation.id == part.c.organisation_id)
        .join(lead, lead.c.application_id == part.c.application_id)
        .join(
            Partner,
            and_(
                Partner.application_id == part.c.application_id,
                Partner.organisation_id == part.c.organisation_id,
            ),
        )
        .where(
            part.c.application_id.in_(cases),
            part.c.organisation_id != lead.c.organisation_id,
        )
        .order_by(Partner.id)
    )
    names: dict[int, tuple[str, ...]] = {}
    for case, name in rows:
        names[case] = (*names.get(case, ()), name)
    return names
