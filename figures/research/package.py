"""An edition as a Data Package (datapackage.org, version 2), and how it is cited."""

from collections.abc import Iterable
from datetime import date, datetime

from figures.catalogue import IN_EDITIONS, Column, Kind, Table
from figures.research.models import SnapshotFile
from foundation import clock
from foundation.wording import format_day

PACKAGE = "datapackage.json"
PUBLISHER = "Helsedirektoratet"
TITLE = "Helseteknologiordningen: søknader, vedtak, utbetalinger og resultater"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {
    Kind.TEXT: "string",
    Kind.CODE: "string",
    Kind.WHOLE: "integer",
    Kind.MONEY: "integer",
    Kind.DECIMAL: "number",
    Kind.SHARE: "number",
    Kind.DATE: "date",
    Kind.MOMENT: "datetime",
    Kind.YES_NO: "boolean",
}


def citation(number: int, taken_at: datetime, address: str) -> str:
    """Say how an edition is cited: who, when, what, which edition and where."""
    day = clock.in_oslo(taken_at).date()
    return (
        f"{PUBLISHER} ({day.year}). {TITLE}. Utgave {number} [datasett], tatt ut "
        f"{_spaced(day)}. {address}"
    )


def described(
    number: int, taken_at: datetime, address: str, files: Iterable[SnapshotFile]
) -> dict[str, object]:
    """Describe an edition's files: CSV with every column, the others by what they are."""
    return {
        "$schema": _PROFILE,
        "name": f"tilsagn-utgave-{number}",
        "id": address,
        "title": TITLE,
        "version": str(number),
        "created": clock.in_oslo(taken_at).isoformat(timespec="seconds"),
        "homepage": address,
        "description": citation(number, taken_at, address),
        "contributors": [{"title": PUBLISHER, "roles": ["publisher"]}],
        "resources": [_resource(one) for one in files],
    }


def _resource(file: SnapshotFile) -> dict[str, object]:
    table = next((one for one in IN_EDITIONS if one.code == file.table_code), None)
    about: dict[str, object] = {
        "name": file.name.replace(".", "-").replace("_", "-"),
        "path": file.name,
        "type": "file",
        "format": file.format,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if table is None:
        return about
    about |= {"title": table.name.nb, "description": table.about.nb}
    if file.format != "csv":
        return about
    return about | {
        "type": "table",
        "profile": "tabular-data-resource",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(one) for one in table.columns], "missingValues": [""]},
        **_counted(file, table),
    }


def _counted(file: SnapshotFile, table: Table) -> dict[str, object]:
    control = {"column": table.control.machine_name, "sum": file.control_sum}
    return {"rows": file.rows, "control": control}


def _field(column: Column) -> dict[str, object]:
    return {
        "name": column.machine_name,
        "type": _TYPES[column.kind],
        "title": column.name.nb,
        "description": column.definition.nb,
    }


def _spaced(day: date) -> str:
    return format_day(day).replace("\u00a0", " ")
