"""A case as data: its rows as they are, table by table, with the names of those who acted."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, RowMapping, Table, select

from accounts.models import Organisation, Person
from foundation.database import Base, db
from foundation.language import Bilingual

TREE = (
    ("application", "id", None),
    ("partner", "application_id", "application"),
    ("confirmation", "partner_id", "partner"),
    ("chosen_activity", "application_id", "application"),
    ("budget_line", "application_id", "application"),
    ("answer", "application_id", "application"),
    ("attachment", "application_id", "application"),
    ("deficiency", "application_id", "application"),
    ("event", "application_id", "application"),
    ("examination", "application_id", "application"),
    ("formal_finding", "examination_id", "examination"),
    ("assessment", "application_id", "application"),
    ("mark", "assessment_id", "assessment"),
    ("moderation", "application_id", "application"),
    ("score", "application_id", "application"),
    ("proposal_line", "application_id", "application"),
    ("decision", "application_id", "application"),
    ("decision_year", "decision_id", "decision"),
    ("decision_correction", "decision_id", "decision"),
    ("acceptance", "decision_id", "decision"),
    ("letter", "application_id", "application"),
    ("complaint", "application_id", "application"),
    ("complaint_file", "complaint_id", "complaint"),
    ("complaint_forwarding", "complaint_id", "complaint"),
    ("complaint_ruling", "complaint_id", "complaint"),
    ("entry", "application_id", "application"),
    ("instalment", "application_id", "application"),
    ("duty", "application_id", "application"),
    ("report", "application_id", "application"),
    ("account_line", "report_id", "report"),
    ("reported_activity", "report_id", "report"),
    ("reported_benefit", "report_id", "report"),
    ("project_benefit", "application_id", "application"),
    ("benefit_ownership", "project_benefit_id", "project_benefit"),
    ("benefit_risk", "project_benefit_id", "project_benefit"),
    ("project_indicator", "project_benefit_id", "project_benefit"),
    ("benefit_measurement", "project_indicator_id", "project_indicator"),
)
"""What of a case is evidence: each table, the column that it belongs by, and the table it belongs to.

Talk, internal notes and what people said of their own ties are not among it.
"""
_LEFT_OUT = {
    "assessment": "finished_at",
    "decision": "published_at",
    "decision_correction": "signed_at",
    "letter": "made_at",
    "report": "submitted_at",
    "complaint": "submitted_at",
    "complaint_ruling": "confirmed_at",
}
"""Rows that are not sent yet are drafts, and no evidence: those without this moment."""

Rows = Mapping[str, list[RowMapping]]


def rows_of(application_id: int) -> Rows:
    """Read a case's rows, table by table. One query for each table."""
    found: dict[str, list[RowMapping]] = {}
    for name, column, parent in TREE:
        table = Base.metadata.tables[name]
        keys = [application_id] if parent is None else [row["id"] for row in found[parent]]
        found[name] = _read(table, table.columns[column], keys)
    return found


def as_json(rows: Rows) -> bytes:
    """Write a case's rows as JSON: whole øre, moments in UTC, members by their value."""
    told = {name: [_plain(row) for row in table] for name, table in rows.items()}
    told["person"] = [{"id": number, "name": name} for number, name in _persons(rows).items()]
    told["organisation"] = _organisations(rows)
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _read(table: Table, column: Column[Any], keys: list[int]) -> list[RowMapping]:
    statement = select(table).where(column.in_(keys)).order_by(*table.primary_key.columns)
    sent = _LEFT_OUT.get(table.name)
    if sent is not None and sent in table.columns:
        statement = statement.where(table.columns[sent].is_not(None))
    return list(db.session.execute(statement).mappings()) if keys else []


def _persons(rows: Rows) -> dict[int, str]:
    ids = _named(rows, lambda name: name == "person_id" or name.endswith("_by_id"))
    found = db.session.execute(
        select(Person.id, Person.name).where(Person.id.in_(ids)).order_by(Person.id)
    )
    return dict(found.all())


def _organisations(rows: Rows) -> list[dict[str, object]]:
    ids = _named(rows, lambda name: name == "organisation_id")
    found = db.session.execute(
        select(Organisation.id, Organisation.name, Organisation.organisation_number)
        .where(Organisation.id.in_(ids))
        .order_by(Organisation.id)
    )
    return [{"id": number, "name": name, "organisation_number": own} for number, name, own in found]


def _named(rows: Rows, is_one: Callable[[str], bool]) -> set[int]:
    return {
        int(value)
        for table in rows.values()
        for row in table
        for name, value in row.items()
        if value is not None and is_one(name)
    }


def _plain(row: RowMapping) -> dict[str, object]:
    return {name: _said(value) for name, value in row.items()}


def _said(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value
        case Decimal():
            return str(value)
        case Bilingual():
            return {"nb": value.nb, "nn": value.nn}
    return value


__all__ = ["Rows", "as_json", "rows_of"]
