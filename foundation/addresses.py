"""Addresses as templates need them: static files by their content, the same page with other choices."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode, urlsplit, urlunsplit

from flask import Flask, Response, current_app, g, request, url_for

from foundation.headers import ONE_YEAR

DIGEST_LENGTH = 12


def init_addresses(app: Flask) -> None:
    """Let browsers keep static files for a year when their address names their content."""
    app.extensions["static_addresses"] = {}
    app.after_request(_keep_what_never_changes)


def static_url(filename: str) -> str:
    """Give the address of a static file, with its content's digest: a new file, a new address."""
    known: dict[tuple[str, str], str] = current_app.extensions["static_addresses"]
    key = (request.script_root, filename)
    if key not in known or current_app.debug:
        known[key] = url_for("static", filename=filename, v=_digest_of(filename))
    return known[key]


def has_page(endpoint: str) -> bool:
    """Tell whether this installation has a page."""
    return endpoint in current_app.view_functions


def here(**changes: object) -> str:
    """Give this page's address with some of its choices changed; None takes a choice away."""
    choices: dict[str, object] = {**request.args.to_dict(flat=False), **changes}
    query = urlencode(
        {key: value for key, value in choices.items() if value is not None}, doseq=True
    )
    return f"{request.path}?{query}" if query else request.path


def back() -> str:
    """Give the address of the page that was sent from, or this one when the browser does not tell."""
    came_from = urlsplit(request.referrer or "")
    if came_from.netloc != request.host:
        return here()
    return urlunsplit(("", "", came_from.path or "/", came_from.query, ""))


def own_address(address: str | None) -> str | None:
    """Give the address only when it leads to a page of ours."""
    parts = urlsplit(address or "")
    ours = address and not parts.scheme and not parts.netloc and parts.path.startswith("/")
    return address if ours and not parts.path.startswith(("//", "/\\")) else None


def wants_json() -> bool:
    """Tell whether a script asks, and not somebody who will read a page."""
    return request.accept_mimetypes.best == "application/json"


def element_id(prefix: str) -> str:
    """Make an id that no other element of this page has."""
    numbers: dict[str, int] = g.setdefault("element_ids", {})
    name = f"{prefix}{g.get('ids_apart', '')}"
    numbers[name] = numbers.get(name, 0) + 1
    return f"{name}-{numbers[name]}"


@contextmanager
def ids_apart(number: int) -> Iterator[None]:
    """Make ids that differ from all others, on this page and on any other: for parts that are kept."""
    around, g.ids_apart = g.get("ids_apart", ""), f"-{number}"
    try:
        yield
    finally:
        g.ids_apart = around


def _digest_of(filename: str) -> str:
    path = Path(str(current_app.static_folder)) / filename
    return _digest(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _digest(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:DIGEST_LENGTH]


def _keep_what_never_changes(response: Response) -> Response:
    if request.endpoint == "static" and response.status_code in (200, 206, 304):
        filename = str((request.view_args or {})["filename"])
        # Vendored files carry their version in the folder's name.
        if filename.startswith("vendor/") or request.args.get("v") == _digest_of(filename):
            response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
    return response
