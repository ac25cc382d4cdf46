"""Handing a document out: always to be saved, never shown as a page of ours."""

from urllib.parse import quote

from flask import Response

from decisions.making import PDF


def hand_out(document: bytes, filename: str) -> Response:
    """Send a PDF to be saved under a name."""
    response = Response(document, mimetype=PDF)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(filename)}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
