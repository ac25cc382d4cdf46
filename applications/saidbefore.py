"""What partners have said before of that which a question asks, so that nobody types it again.

A code keeps its meaning, so a question is known by its code. Networks and the number of systems are told
beside the question. Systems (of the fact sheets) and kommuner with their needs (of the plans they have
published) can be taken into a table with a button, and are then the applicant's own answer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.models import OrganisationKind
from applications.factsheets.models import FactSheet
from applications.factsheets.queries import newest_sheets
from applications.finding.queries.plans import plans_by_kommune
from applications.models import Application
from applications.tables import LONGEST_CELL, MOST_ROWS, TableRow, rows_from
from foundation.saying import compared
from grants.models import Question

NEEDS = "BEHOV-04"
COUNT = "JOURNAL-01"
SYSTEMS = "SYST-01"
NETWORKS = "NETT-01"
OF_SHEETS = frozenset({COUNT, SYSTEMS, NETWORKS})
TABLES = {NEEDS: ("kommune",), SYSTEMS: ("kommune", "losning")}
"""The tables that rows can be taken into, and the columns by which two rows are the same."""
MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class Said:
    """A partner with the fact sheet that holds for it, and what it plans for the call's measure."""

    partner: str
    is_kommune: bool
    sheet: FactSheet | None
    plan: str


def said_before(
    application: Application, questions: Iterable[Question], on: date
) -> list[Said]:
    """Read what the partners have said by a day in Oslo: only what the questions need."""
    codes = {one.code for one in questions}
    ids = [one.organisation_id for one in application.partners]
    sheets = {} if codes.isdisjoint(OF_SHEETS) else newest_sheets(ids)
    plans = plans_by_kommune(application.call.measure_id, ids) if NEEDS in codes else {}
    living = {number: sheet for number, sheet in sheets.items() if sheet.holds(on)}
    return [
        Said(
            partner=one.organisation.name,
            is_kommune=one.organisation.kind is OrganisationKind.MUNICIPALITY,
            sheet=living.get(one.organisation_id),
            plan=plans[one.organisation_id].description if one.organisation_id in plans else "",
        )
        for one in application.partners
    ]


def told_before(question: Question, said: Iterable[Said], answer: str) -> tuple[str, int]:
    """Say what the partners have said of what a question asks, and how many rows of it its table lacks.

    Nothing where they have said nothing.
    """
    if question.code in TABLES:
        lacks = not_listed(question, said, rows_from(answer))
        return _rows_told(question, lacks), len(lacks)
    if question.code == NETWORKS:
        return _networks_told(said), 0
    return _count_told(said) if question.code == COUNT else "", 0


def not_listed(
    question: Question, said: Iterable[Said], rows: Iterable[TableRow]
) -> list[dict[str, str]]:
    """Give the rows that what was said would add to a table: those that it does not have."""
    by = TABLES.get(question.code)
    if by is None:
        return []
    there = [dict(row) for row in rows]
    listed = {_key(row, by) for row in there}
    columns = {column.code for column in question.columns}
    known = _systems(said) if question.code == SYSTEMS else _kommuner(said)
    return [
        {code: value for code, value in row.items() if value and code in columns}
        for row in known
        if _key(row, by) not in listed
    ][: MOST_ROWS - len(there)]


def _systems(said: Iterable[Said]) -> Iterator[dict[str, str]]:
    for one in said:
        for system in one.sheet.systems if one.sheet else ():
            yield {"kommune": one.partner, "losning": system.name, "tjeneste": system.used_for}


def _kommuner(said: Iterable[Said]) -> Iterator[dict[str, str]]:
    for one in said:
        if one.is_kommune and one.plan.strip():
            yield {"kommune": one.partner, "behov": " ".join(one.plan.split())[:LONGEST_CELL]}


def _key(row: TableRow, by: Iterable[str]) -> tuple[str, ...]:
    """Give what rows are compared by: «Bodø» is «Bodø kommune», whatever the case and the spaces."""
    return tuple(compared(row.get(code, "")).removesuffix(" kommune") for code in by)


def _rows_told(question: Question, rows: list[dict[str, str]]) -> str:
    if not rows:
        return ""
    if question.code == NEEDS:
        names = _some([row["kommune"] for row in rows])
        return str(_("Disse har lagt ut en plan, og står ikke i tabellen: %(names)s.", names=names))
    first = ngettext(
        "Faktaarkene til deltakerne har %(num)d løsning som ikke står i tabellen:",
        "Faktaarkene til deltakerne har %(num)d løsninger som ikke står i tabellen:",
        len(rows),
    )
    named = [f"{row['losning']} ({row['kommune']})" for row in rows]
    return f"{first} {_some(named)}."


def _some(names: list[str]) -> str:
    more = [_("og flere")] if len(names) > MOST_TOLD else []
    return ", ".join([*names[:MOST_TOLD], *more])


def _networks_told(said: Iterable[Said]) -> str:
    members: dict[str, list[str]] = {}
    for one in said:
        lines = one.sheet.networks.splitlines() if one.sheet else []
        for name in filter(None, map(str.strip, lines)):
            members.setdefault(name, []).append(one.partner)
    if not members:
        return ""
    named = "; ".join(f"{name} ({', '.join(who)})" for name, who in members.items())
    return str(_("Faktaarkene til deltakerne nevner: %(networks)s.", networks=named))


def _count_told(said: Iterable[Said]) -> str:
    systems = list(_systems(said))
    if not systems:
        return ""
    return str(_(
        "Faktaarkene har %(count)s ulike løsninger hos %(partners)s.",
        count=len({compared(one["losning"]) for one in systems}),
        partners=", ".join(dict.fromkeys(one["kommune"] for one in systems)),
    ))  # fmt: skip
