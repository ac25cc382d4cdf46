"""What the partners' fact sheets say of that which a question asks, so that nobody types it again.

A code keeps its meaning, so a question is known by its code. Networks and the number of systems are told
beside the question; systems can be taken into the table with a button, and are then the applicant's own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from applications.factsheets.models import FactSheet
from applications.factsheets.queries import newest_sheets
from applications.models import Application
from applications.tables import MOST_ROWS, TableRow, rows_from
from grants.models import Question

COUNT = "JOURNAL-01"
SYSTEMS = "SYST-01"
NETWORKS = "NETT-01"
TOLD = frozenset({COUNT, SYSTEMS, NETWORKS})
MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A partner's name, and the fact sheet that holds for it."""

    partner: str
    facts: FactSheet


def sheets_for(application: Application, questions: Iterable[Question], on: date) -> list[Sheet]:
    """Give the partners' fact sheets that hold on a day in Oslo; none where no question needs them."""
    if TOLD.isdisjoint(one.code for one in questions):
        return []
    found = newest_sheets(one.organisation_id for one in application.partners)
    return [
        Sheet(one.organisation.name, found[one.organisation_id])
        for one in application.partners
        if one.organisation_id in found and found[one.organisation_id].valid_to >= on
    ]


def told_by_sheets(question: Question, sheets: Iterable[Sheet], answer: str) -> str:
    """Say what the fact sheets know of what a question asks; nothing where they know nothing."""
    if question.code == SYSTEMS:
        return _systems_told(not_listed(question, sheets, rows_from(answer)))
    if question.code == NETWORKS:
        return _networks_told(sheets)
    return _count_told(sheets) if question.code == COUNT else ""


def not_listed(
    question: Question, sheets: Iterable[Sheet], rows: Iterable[TableRow]
) -> list[dict[str, str]]:
    """Give the rows that the fact sheets would add to a table of systems: those it does not have."""
    if question.code != SYSTEMS:
        return []
    there = [dict(row) for row in rows]
    listed = {_key(row.get("kommune", ""), row.get("losning", "")) for row in there}
    columns = {column.code for column in question.columns}
    new = [
        {"kommune": sheet.partner, "losning": system.name, "tjeneste": system.used_for}
        for sheet in sheets
        for system in sheet.facts.systems
        if _key(sheet.partner, system.name) not in listed
    ]
    return [
        {code: value for code, value in row.items() if code in columns}
        for row in new[: MOST_ROWS - len(there)]
    ]


def _key(kommune: str, system: str) -> tuple[str, str]:
    """Give what rows are compared by: «Bodø» is «Bodø kommune», whatever the case and the spaces."""
    return _plain(kommune).removesuffix(" kommune"), _plain(system)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _systems_told(rows: list[dict[str, str]]) -> str:
    if not rows:
        return ""
    first = ngettext(
        "Faktaarkene til deltakerne har %(num)d løsning som ikke står i tabellen:",
        "Faktaarkene til deltakerne har %(num)d løsninger som ikke står i tabellen:",
        len(rows),
    )
    named = [f"{row.get('losning', '')} ({row.get('kommune', '')})" for row in rows[:MOST_TOLD]]
    more = [_("og flere")] if len(rows) > MOST_TOLD else []
    return f"{first} {', '.join([*named, *more])}."


def _networks_told(sheets: Iterable[Sheet]) -> str:
    members: dict[str, list[str]] = {}
    for sheet in sheets:
        for name in filter(None, map(str.strip, sheet.facts.networks.splitlines())):
            members.setdefault(name, []).append(sheet.partner)
    if not members:
        return ""
    named = "; ".join(f"{name} ({', '.join(who)})" for name, who in members.items())
    return str(_("Faktaarkene til deltakerne nevner: %(networks)s.", networks=named))


def _count_told(sheets: Iterable[Sheet]) -> str:
    known = [one for one in sheets if one.facts.systems]
    if not known:
        return ""
    systems = {_plain(system.name) for one in known for system in one.facts.systems}
    return str(_(
        "Faktaarkene har %(count)s ulike løsninger hos %(partners)s.",
        count=len(systems), partners=", ".join(one.partner for one in known),
    ))  # fmt: skip
