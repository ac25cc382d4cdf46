"""The interface for research: tables as JSON and CSV to whoever has a key, and what they hold to anybody."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from flask import Response, current_app, jsonify, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.models import Token
from accounts.permissions import Permission, public
from figures import services
from figures.asking import JSON, asked_for
from figures.catalogue import RESEARCH
from figures.keys import key_in
from figures.queries.rows import scheme_years
from figures.refusals import AskRefusal, KeyRefusal
from figures.research.codebook import codebook
from figures.research.examples import EXAMPLES, example
from figures.research.openapi import MEDIA_TYPES, openapi
from figures.research.terms import accepted_by
from figures.schema import TYPES, schema
from figures.views.answers import handed_out
from figures.views.blueprint import pages
from foundation import clock, words
from foundation.errors import RuleBrokenError
from foundation.settings import Settings
from grants import queries as grants

P = ParamSpec("P")
_FORMATS = {media_type: name for name, media_type in MEDIA_TYPES.items()}
_STATUS: dict[StrEnum, HTTPStatus] = {
    KeyRefusal.TERMS: HTTPStatus.FORBIDDEN,
    AskRefusal.NO_SUCH_TABLE: HTTPStatus.NOT_FOUND,
    AskRefusal.NO_SUCH_YEAR: HTTPStatus.BAD_REQUEST,
    AskRefusal.NO_SUCH_FORMAT: HTTPStatus.NOT_ACCEPTABLE,
    AskRefusal.NO_CUBE: HTTPStatus.NOT_ACCEPTABLE,
    AskRefusal.NO_SUCH_CODES: HTTPStatus.BAD_REQUEST,
}


def with_key(view: Callable[Concatenate[Token, P], Response]) -> Callable[P, Response]:
    """Let only a living key in, of somebody who accepted the terms; answer every refusal as JSON."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Response:
        try:
            return view(_key(), *args, **kwargs)
        except RuleBrokenError as error:
            return _refused(error)

    guarded.__dict__["guard"] = Permission.STATISTICS_READ
    return guarded


@pages.route("/api")
@public
def interface() -> ResponseReturnValue:
    """Tell how the tables are fetched and what every column means."""
    settings: Settings = current_app.extensions["tilsagn"]
    return render_template(
        "figures/interface.html",
        tables=RESEARCH,
        types=TYPES,
        examples=EXAMPLES,
        base=settings.base_url,
        contact=grants.scheme().contact if grants.has_scheme() else None,
    )


@pages.route(f"/api/eksempler/<any({', '.join(map(repr, EXAMPLES))}):example_name>")
@public
def worked_example(example_name: str) -> ResponseReturnValue:
    """Give a program that goes from a key to a panel."""
    answer = Response(example(example_name), content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f"attachment; filename={example_name}"
    answer.add_etag()
    return answer.make_conditional(request)


@pages.route("/api/v1/schema")
@public
def interface_schema() -> ResponseReturnValue:
    """Tell the same to programs, in both languages."""
    return _described(schema())


@pages.route("/api/v1/openapi.json")
@public
def interface_openapi() -> ResponseReturnValue:
    """Tell how every table is asked for, as OpenAPI has it."""
    settings: Settings = current_app.extensions["tilsagn"]
    return _described(openapi(settings.base_url, scheme_years()))


@pages.route("/api/v1/codebook.csv")
@public
def interface_codebook() -> ResponseReturnValue:
    """Give the codebook as a table, every column in both languages."""
    answer = Response(codebook(), content_type="text/csv; charset=utf-8; header=present")
    answer.add_etag()
    answer.headers["Cache-Control"] = "public, max-age=3600"
    answer.make_conditional(request)
    return answer


@pages.route("/api/v1/<table>")
@with_key
def interface_table(key: Token, table: str) -> Response:
    """Give a whole table as JSON or CSV, and keep in the log that this key fetched it."""
    asked = request.args
    extract = asked_for(
        table, year=asked.get("year"), file_format=_format(), codes=asked.get("codes")
    )
    services.keep_extract(extract, token=key, by=key.person, at=clock.now())
    answer = handed_out(extract, to_keep=False)
    # The same reader may keep the file, but asks each time whether it still stands.
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["Vary"] = "Accept, Authorization"
    answer.headers["Link"] = f'<{url_for("figures.interface_schema")}>; rel="describedby"'
    return answer


def _key() -> Token:
    key = key_in(request.headers.get("Authorization"), clock.today())
    if accepted_by(key.person) is None:
        raise RuleBrokenError(KeyRefusal.TERMS)
    return key


def _described(what: Mapping[str, object]) -> Response:
    answer = jsonify(what)
    answer.add_etag()
    answer.headers["Cache-Control"] = "public, max-age=3600"
    answer.make_conditional(request)
    return answer


def _format() -> str:
    """Read ?format=, or else what the client accepts; without a wish it is JSON."""
    named = request.args.get("format")
    if named is not None:
        return named
    if not request.accept_mimetypes:
        return JSON
    best = request.accept_mimetypes.best_match(_FORMATS)
    return _FORMATS[best] if best else str(request.accept_mimetypes)


def _refused(error: RuleBrokenError) -> Response:
    told = {"error": error.reason.value, "message": words.say(error.reason, **error.values)}
    status = _STATUS.get(error.reason, HTTPStatus.UNAUTHORIZED)
    answer = make_response(jsonify(told), status)
    if status is HTTPStatus.UNAUTHORIZED:
        fault = "" if error.reason is KeyRefusal.MISSING else ', error="invalid_token"'
        answer.headers["WWW-Authenticate"] = f'Bearer realm="Tilsagn"{fault}'
    return answer
