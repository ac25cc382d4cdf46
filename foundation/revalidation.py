"""Public pages that a browser may keep and ask about again: by ETag (RFC 9110), never by guess."""

import re
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import ParamSpec

from flask import Request, Response, make_response, request, session
from flask.typing import ResponseReturnValue

from foundation.visitor import visitor

P = ParamSpec("P")
_TOKEN = re.compile(rb'name="csrf_token" value="[^"]*"')


def revalidated(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Answer strangers with a mark of the page, and with nothing but 304 when they have it already.

    The page of somebody who is signed in is kept nowhere. The token of the page's forms is signed anew
    each time but lasts as long as its session, so only the session counts. Stands under the guard.
    """

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        answer = make_response(view(*args, **kwargs))
        if visitor() is not None or request.method not in ("GET", "HEAD"):
            return answer
        lasting = _TOKEN.sub(str(session.get("csrf_token")).encode(), answer.get_data())
        answer.set_etag(sha256(lasting).hexdigest(), weak=True)
        answer.headers["Cache-Control"] = "private, no-cache"
        answer.vary.update(("Cookie", "Accept-Language"))
        answer.make_conditional(request)
        return answer

    return answered


def kept_until_changed(answer: Response, asked: Request) -> Response:
    """Mark an answer that is the same for all by what it holds; who has it already is told so."""
    answer.set_etag(sha256(answer.get_data()).hexdigest())
    answer.headers["Cache-Control"] = "no-cache"
    answer.make_conditional(asked)
    return answer
