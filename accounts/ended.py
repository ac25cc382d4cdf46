"""A form that is sent after the session has ended: the text is kept, and its writer signs in again."""

from typing import Any

from flask import Flask, flash, g, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.datastructures import CombinedMultiDict, MultiDict

from accounts import queries, typed
from accounts.models import Person
from foundation import clock
from foundation.addresses import wants_json
from foundation.errorpages import token_refused
from foundation.errors import NotFoundError

WRITER = "writer"
_NOT_KEPT = frozenset({WRITER, "csrf_token", "then"})


def init_ended(app: Flask) -> None:
    """Keep what is typed also where the token, not the sign-in, is what has ended."""
    app.register_error_handler(CSRFError, _token_refused)
    app.jinja_env.globals["writer_mark"] = _writer_mark
    app.jinja_env.globals["typed_came_back"] = lambda: g.get("came_back", False)


def to_sign_in() -> ResponseReturnValue:
    """Send a stranger to sign in, and back; what was typed is there again when the same person comes."""
    kept = _keep()
    if wants_json():
        return jsonify(state="signed_out", text=_("Du er logget ut. Logg inn for å lagre.")), 401
    if kept:
        flash(
            _("Du er blitt logget ut. Det du skrev, er tatt vare på og står klart når du har logget inn."),
            "info",
        )
    return redirect(url_for("accounts.sign_in", next=_address(kept=kept)), 303 if kept else 302)


def typed_here() -> MultiDict[str, Any] | None:
    """Give what the form of this page holds: what is sent, else what was typed when the session ended.

    None: neither. For forms that are sent once; the page shows what `accounts/kept.html` says of it.
    """
    if request.method == "POST":
        return CombinedMultiDict([request.files, request.form])
    left = typed.typed_on(request.path, current_user)
    g.came_back = left is not None
    return None if left is None else MultiDict(left)


def done_here() -> None:
    """Forget what was kept of this page: its form is done with."""
    typed.let_go(request.path, by=current_user)


def _token_refused(error: CSRFError) -> ResponseReturnValue:
    kept = _keep()
    if not current_user.is_authenticated and (kept or wants_json()):
        return to_sign_in()
    if wants_json():
        return jsonify(state="refused", text=_("Siden er for gammel. Trykk «Lagre».")), 400
    if kept and current_user.id == typed.marked(request.form[WRITER]):
        return redirect(_address(kept=True), 303)
    return token_refused(error)


def _writer_mark() -> str:
    """Give the mark that a page carries, of whoever it is made for."""
    return typed.mark_of(current_user) if current_user.is_authenticated else ""


def _address(*, kept: bool) -> str:
    """Give the address to come back to after signing in; a sent form has one only when it is kept."""
    if request.method == "GET" or kept:
        return request.full_path.removesuffix("?")
    return "/"


def _keep() -> bool:
    """Keep what was sent, if the page it was typed on was made for a person here. Tell whether it is."""
    if request.method != "POST":
        return False
    writer = _writer()
    fields = [pair for pair in request.form.items(multi=True) if pair[0] not in _NOT_KEPT]
    if writer is None or sum(len(name) + len(value) for name, value in fields) > typed.MOST:
        return False
    typed.keep_typed(request.path, fields, by=writer, at=clock.now())
    return True


def _writer() -> Person | None:
    number = typed.marked(request.form.get(WRITER, ""))
    if number is None:
        return None
    try:
        found = queries.person(number)
    except NotFoundError:
        return None
    return found if found.is_active else None
