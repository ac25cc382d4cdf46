"""The interface for research in OpenAPI 3.1, made from the catalogue: every path, parameter and answer."""

from collections.abc import Mapping
from http import HTTPStatus

from figures.asking import CSV, JSON, JSONSTAT, PARQUET
from figures.catalogue import RESEARCH, Column, Kind, Table
from figures.queries.rows import Codes
from figures.refusals import AskRefusal, KeyRefusal

Json = Mapping[str, object]
MEDIA_TYPES = {
    JSON: "application/json",
    CSV: "text/csv",
    PARQUET: "application/vnd.apache.parquet",
    JSONSTAT: "application/vnd.json-stat+json",
}
_TYPES: dict[Kind, Json] = {
    Kind.TEXT: {"type": "string"},
    Kind.CODE: {"type": "string"},
    Kind.WHOLE: {"type": "integer"},
    Kind.MONEY: {"type": "integer"},
    Kind.DECIMAL: {"type": "number"},
    Kind.SHARE: {"type": "number"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.MOMENT: {"type": "string", "format": "date-time"},
    Kind.YES_NO: {"type": "boolean"},
}
_ERRORS = {
    HTTPStatus.BAD_REQUEST: (AskRefusal.NO_SUCH_YEAR, AskRefusal.NO_SUCH_CODES),
    HTTPStatus.UNAUTHORIZED: (
        KeyRefusal.MISSING, KeyRefusal.UNKNOWN, KeyRefusal.EXPIRED, KeyRefusal.REVOKED,
        KeyRefusal.CLOSED,
    ),
    HTTPStatus.FORBIDDEN: (KeyRefusal.TERMS,),
    HTTPStatus.NOT_FOUND: (AskRefusal.NO_SUCH_TABLE,),
    HTTPStatus.NOT_ACCEPTABLE: (AskRefusal.NO_SUCH_FORMAT, AskRefusal.NO_CUBE),
}


def openapi(base: str, years: list[int]) -> dict[str, object]:
    """Describe the interface at an address, for the budget years that there are."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tilsagn: data til forskning",
            "version": "1",
            "description": (
                "Tabeller over det som er avgjort og sendt ut. Beløp er hele øre, datoer er "
                "ÅÅÅÅ-MM-DD i norsk tid. Hver henting blir logget."
            ),
        },
        "servers": [{"url": base}],
        "security": [{"key": []}],
        "paths": {
            **{f"/api/v1/{one.code}": {"get": _table(one, years)} for one in RESEARCH},
            "/api/v1/schema": {"get": _open("schema", "Beskriv alle tabeller og kolonner")},
            "/api/v1/openapi.json": {"get": _open("openapi", "Beskriv grensesnittet")},
            "/api/v1/codebook.csv": {
                "get": _open("codebook", "Kodeboka som tabell, i begge målformer", MEDIA_TYPES[CSV])
            },
            "/api/v1/snapshots": {"get": _open("snapshots", "List utgavene som kan siteres")},
            "/api/v1/snapshots/{number}/{file_name}": {"get": _edition_file()},
        },
        "components": {
            "securitySchemes": {
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Forskernøkkelen, slik den ble vist da den ble utstedt.",
                }
            },
            "schemas": {
                **{one.code: _answer(one) for one in RESEARCH},
                "error": _error(),
                "object": {"type": "object"},
            },
        },
    }


def _table(table: Table, years: list[int]) -> Json:
    formats = [JSON, CSV, PARQUET, *([JSONSTAT] if table.dimensions else [])]
    return {
        "operationId": table.code,
        "summary": table.name.nb,
        "description": table.about.nb,
        "parameters": [
            _choice("format", formats, "Uten format brukes Accept-hodet, ellers JSON."),
            _choice("year", [str(one) for one in years], "Bare dette budsjettåret."),
            _choice("codes", [*Codes], "Kommuner slik de var hvert år, eller slik de er i dag."),
        ],
        "responses": {
            "200": {
                "description": "Hele tabellen, tatt ut fra ett øyeblikk.",
                "headers": {
                    "ETag": _header("Sjekksummen (SHA-256) av svaret."),
                    "Tilsagn-Rows": _header("Antall rader."),
                    "Tilsagn-Control-Sum": _header("Summen av kontrollkolonnen."),
                },
                "content": {MEDIA_TYPES[one]: _content(table, one) for one in formats},
            },
            "304": {"description": "Uendret siden svaret med denne ETag-en."},
            **{str(status.value): _refusal(reasons) for status, reasons in _ERRORS.items()},
        },
    }


def _content(table: Table, file_format: str) -> Json:
    match file_format:
        case "json":
            return {"schema": _reference(table.code)}
        case "jsonstat":
            return {"schema": _reference("object")}
        case "csv":
            return {"schema": {"type": "string"}}
        case _:
            return {}


def _answer(table: Table) -> Json:
    rows = {
        "type": "object",
        "properties": {one.machine_name: _property(one) for one in table.columns},
        "required": [one.machine_name for one in table.columns],
        "additionalProperties": False,
    }
    control = {
        "type": "object",
        "properties": {
            "column": {"const": table.control.machine_name},
            "sum": {"type": "integer"},
        },
        "required": ["column", "sum"],
    }
    return {
        "type": "object",
        "properties": {
            "table": {"const": table.code},
            "filter": {"type": "object"},
            "data": {"type": "array", "items": rows},
            "rows": {"type": "integer"},
            "control": control,
        },
        "required": ["table", "filter", "data", "rows", "control"],
        "additionalProperties": False,
    }


def _property(column: Column) -> Json:
    kind = _TYPES[column.kind]
    return {**kind, "type": [kind["type"], "null"], "description": column.definition.nb}


def _error() -> Json:
    reasons = [one for several in _ERRORS.values() for one in several]
    return {
        "type": "object",
        "properties": {
            "error": {"type": "string", "enum": [one.value for one in reasons]},
            "message": {"type": "string"},
        },
        "required": ["error", "message"],
    }


def _refusal(reasons: tuple[AskRefusal | KeyRefusal, ...]) -> Json:
    return {
        "description": ", ".join(one.value for one in reasons),
        "content": {"application/json": {"schema": _reference("error")}},
    }


def _edition_file() -> Json:
    errors = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
    return {
        "operationId": "snapshot_file",
        "summary": "Hent en fil i en utgave: de samme bytene hver gang",
        "parameters": [
            {"name": "number", "in": "path", "required": True, "schema": {"type": "integer"}},
            {"name": "file_name", "in": "path", "required": True, "schema": {"type": "string"}},
        ],
        "responses": {
            "200": {"description": "Filen.", "content": {"application/octet-stream": {}}},
            **{str(one.value): _refusal(_ERRORS[one]) for one in errors},
            "404": {"description": "Utgaven eller filen finnes ikke."},
        },
    }


def _open(name: str, summary: str, media_type: str = MEDIA_TYPES[JSON]) -> Json:
    """Describe what is open to everybody."""
    schema = _reference("object") if media_type == MEDIA_TYPES[JSON] else {"type": "string"}
    answer = {media_type: {"schema": schema}}
    return {
        "operationId": name,
        "summary": summary,
        "security": [],
        "responses": {"200": {"description": summary, "content": answer}},
    }


def _choice(name: str, values: list[str], about: str) -> Json:
    return {
        "name": name,
        "in": "query",
        "description": about,
        "schema": {"type": "string", "enum": values},
    }


def _header(about: str) -> Json:
    return {"description": about, "schema": {"type": "string"}}


def _reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
