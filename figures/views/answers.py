"""Handing a file out, whole and with its checksum."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import IO

from flask import Response, request

from figures.extracts import Extract

_CHUNK = 256 * 1024
_CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "jsonstat": "application/vnd.json-stat+json",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def handed_out(extract: Extract, *, to_keep: bool) -> Response:
    """Answer with a file; whoever has the same one already is told so by its ETag (RFC 9110).

    `to_keep`: the browser saves it rather than shows it.
    """
    answer = Response(pieces_of(extract.file), content_type=_CONTENT_TYPES[extract.format])
    answer.call_on_close(extract.file.close)
    answer.content_length = extract.size
    answer.headers["Tilsagn-Rows"] = str(extract.count.rows)
    answer.headers["Tilsagn-Control-Sum"] = str(extract.count.control_sum)
    if to_keep:
        answer.headers["Content-Disposition"] = f"attachment; filename={extract.filename}"
    answer.set_etag(extract.sha256)
    answer.make_conditional(request)
    if answer.status_code == HTTPStatus.NOT_MODIFIED:
        extract.file.close()
    return answer


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """Give an open file a piece at a time, and close it after the last."""
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk
