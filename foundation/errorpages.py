"""Errors as pages: what went wrong, whether anything is lost, and what to do."""

import secrets
from collections.abc import Iterator
from http import HTTPStatus

from flask import Flask, current_app, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, RequestEntityTooLarge

from foundation import locale, words
from foundation.errors import ForbiddenError, NotFoundError, RuleBrokenError, StaleError
from foundation.language import BOKMAL, LANGUAGES

MEGABYTE = 1_000_000


def init_errorpages(app: Flask) -> None:
    """Turn every error into its page."""
    app.register_error_handler(NotFoundError, not_found)
    app.register_error_handler(404, not_found)
    app.register_error_handler(ForbiddenError, forbidden)
    app.register_error_handler(403, forbidden)
    app.register_error_handler(RuleBrokenError, rule_broken)
    app.register_error_handler(StaleError, stale)
    app.register_error_handler(CSRFError, token_refused)
    app.register_error_handler(RequestEntityTooLarge, too_large)
    app.register_error_handler(InternalServerError, failed)
    app.register_error_handler(HTTPException, other)


def not_found(_error: Exception) -> ResponseReturnValue:
    """Say that there is no such page, or none for this visitor."""
    return render_template("errors/not_found.html"), 404


def forbidden(_error: Exception) -> ResponseReturnValue:
    """Say that the visitor's role does not allow this."""
    return render_template("errors/forbidden.html"), 403


def rule_broken(error: RuleBrokenError) -> ResponseReturnValue:
    """Say which rule stood in the way. Pages with a form catch this themselves and keep the form."""
    reason = words.say(error.reason, **error.values)
    return render_template("errors/rule_broken.html", reason=reason), 409


def stale(_error: StaleError) -> ResponseReturnValue:
    """Say that somebody else was first, and show what was typed."""
    return render_template("errors/stale.html", typed=list(_typed())), 409


def token_refused(_error: CSRFError) -> ResponseReturnValue:
    """Say that the page was too old to be sent, and show what was typed so that nothing is lost."""
    return render_template("errors/token_refused.html", typed=list(_typed())), 400


def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say how much can be sent at once."""
    limit = current_app.config["MAX_CONTENT_LENGTH"]
    megabytes = limit // MEGABYTE if limit else None
    return render_template("errors/too_large.html", megabytes=megabytes), 413


def failed(error: InternalServerError) -> ResponseReturnValue:
    """Say that the fault is ours, with a number that is also in the log, and nothing of the inside.

    The page asks neither the database nor who is signed in: either may be what failed.
    """
    number = secrets.token_hex(4)
    # Flask has just logged the exception itself with its traceback; this line gives it its number.
    current_app.logger.error(
        "error %s: %s at %s %s",
        number,
        type(error.original_exception).__name__,
        request.method,
        request.path,
    )
    wish = session.get("language") or locale.browsers_wish()
    with force_locale(wish if wish in LANGUAGES else BOKMAL):
        return render_template("errors/failed.html", number=number), 500


def other(error: HTTPException) -> ResponseReturnValue:
    """Say what the remaining refusals of HTTP mean; redirects pass through."""
    code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if code < HTTPStatus.BAD_REQUEST:
        return error
    texts = {
        405: gettext("Adressen kan ikke brukes slik. Gå tilbake og prøv igjen derfra."),
        429: gettext("Det kom for mange forespørsler på kort tid. Vent litt og prøv igjen."),
    }
    text = texts.get(code, gettext("Forespørselen kunne ikke forstås. Gå tilbake og prøv igjen."))
    page = render_template("errors/other.html", text=text)
    return page, code, [(k, v) for k, v in error.get_headers() if k in ("Allow", "Retry-After")]


def _typed() -> Iterator[str]:
    """Give the texts a person typed, in the order of the page; never a password."""
    for name, value in request.form.items(multi=True):
        secret = "password" in name or name in ("csrf_token", "next")
        if not secret and any(character.isspace() for character in value.strip()):
            yield value
