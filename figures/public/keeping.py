"""Public answers that are made once and kept until something happens in the house.

Whatever changes what a public page shows is an act, and every act leaves an entry in the audit trail: the
number of the last one is the stamp of everything, with the date, for calls open and close by the calendar.
The page of somebody who is signed in is neither kept nor taken from here. The token of a page's forms is each
session's own: it is taken out of what is kept, and put into what is sent.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import NamedTuple, ParamSpec

from flask import Response, make_response, request, session
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf
from sqlalchemy import func, select

from accounts.models import AuditEntry
from figures.public.again import Seen, remember
from foundation import clock
from foundation.database import db
from foundation.kept import Kept
from foundation.locale import language
from foundation.visitor import visitor

P = ParamSpec("P")
_TOKEN = b"\x00token\x00"
_FLASHES = "_flashes"
FILES_LAST = 60
"""Seconds in which a file is not even asked about again."""


class _Made(NamedTuple):
    body: bytes
    content_type: str
    mark: str
    has_token: bool
    more: tuple[tuple[str, str], ...]


_MADE: Kept[_Made] = Kept("public answers", 500)


def kept(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Answer strangers with what was made for the last who asked the same, while it is still true.

    Stands under the guard.
    """

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if visitor() is not None or _FLASHES in session or request.method not in ("GET", "HEAD"):
            return view(*args, **kwargs)
        seen = (
            Seen.now()
        )  # before the stamp is asked for: what is written in between counts as after
        stamp = (request.full_path, language(), *_stamp())
        remember(seen)
        return _sent(_MADE.made(stamp, lambda: _taken(make_response(view(*args, **kwargs)))))

    return answered


def _stamp() -> tuple[int, str]:
    last = db.session.scalar(select(func.max(AuditEntry.id))) or 0
    return last, clock.today().isoformat()


def _taken(answer: Response) -> _Made:
    body, has_token = answer.get_data(), False
    if answer.mimetype == "text/html":
        token = generate_csrf().encode()
        has_token = token in body
        body = body.replace(token, _TOKEN)
    more = tuple((name, value) for name, value in answer.headers if name == "Content-Disposition")
    return _Made(body, answer.content_type, sha256(body).hexdigest(), has_token, more)


def _sent(made: _Made) -> Response:
    body, mark = made.body, made.mark
    if made.has_token:
        body = body.replace(_TOKEN, generate_csrf().encode())
        mark = sha256(f"{mark}{session['csrf_token']}".encode()).hexdigest()
    answer = Response(body, content_type=made.content_type, headers=list(made.more))
    answer.set_etag(mark, weak=made.has_token)
    lasts = "private, no-cache" if made.has_token else f"public, max-age={FILES_LAST}"
    answer.headers["Cache-Control"] = lasts
    answer.vary.update(("Cookie", "Accept-Language"))
    answer.make_conditional(request)
    return answer
