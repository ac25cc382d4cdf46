"""The same answer again, for the same asker, within a second: found before anything is looked up.

A page of `keeping.kept` is remembered as it was sent, under all of the question that decides it: the address,
the language that the browser wishes, and the whole cookie, so that nobody gets what was another's. It is
remembered of strangers alone, whose session holds no more than a form's token and a language. It is sent
again for a second at most, on the same day, and only while nothing has been written by this process; what
another process has done meanwhile is seen when the second is over. Everything else goes the long way.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from types import TracebackType
from typing import TypeAlias
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, request, session
from sqlalchemy import event
from werkzeug.wsgi import ClosingIterator

from foundation import clock
from foundation.database import db
from foundation.kept import shelf

LASTS = timedelta(seconds=1)
"""How long an answer is sent again without asking whether anything has happened elsewhere."""
ROOM, _NAME, _MARK = 200, "public answers sent", "tilsagn.answer"
_OF_STRANGERS = frozenset({"csrf_token", "language", "_fresh"})
_DECIDES = (
    "wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "HTTP_ACCEPT_LANGUAGE",
    "HTTP_COOKIE",
)  # fmt: skip
_GOES_THE_LONG_WAY = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE")
_Error: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None] | None
)


class _Acts:
    """How many times this process has written, as far as it matters that it did."""

    numbers = count(1)
    last = 0


def _happened(_session: object) -> None:
    _Acts.last = next(_Acts.numbers)


event.listen(db.session, "after_commit", _happened)


@dataclass(frozen=True, slots=True)
class Seen:
    """When it was last asked whether anything had happened."""

    at: datetime
    today: date
    acts: int

    @classmethod
    def now(cls) -> "Seen":
        """Tell this moment; before the question is asked."""
        return cls(clock.now(), clock.today(), _Acts.last)

    def still_holds(self) -> bool:
        """Tell whether the answer to that question need not be asked for again."""
        now = clock.now()
        return (
            self.acts == _Acts.last
            and self.at <= now < self.at + LASTS
            and self.today == clock.in_oslo(now).date()
        )


def remember(seen: Seen) -> None:
    """Let the answer to this request be sent again, if it is a stranger's."""
    if set(session) <= _OF_STRANGERS:
        request.environ[_MARK] = seen


@dataclass(frozen=True, slots=True)
class _Sent:
    seen: Seen
    headers: list[tuple[str, str]]
    body: bytes


class Again:
    """Stands before the app, and answers what was just answered."""

    def __init__(self, app: Flask) -> None:
        """Stand before an app."""
        self.app: Flask = app
        self._inner: WSGIApplication = app.wsgi_app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer again, or let the app answer."""
        if environ["REQUEST_METHOD"] != "GET" or any(map(environ.get, _GOES_THE_LONG_WAY)):
            return self._inner(environ, start_response)
        question = tuple(map(environ.get, _DECIDES))
        known = shelf(self.app, _NAME, ROOM)
        sent: _Sent | None = known.get(question)
        if sent is not None and sent.seen.still_holds():
            start_response("200 OK", list(sent.headers))
            return [sent.body]
        head: list[tuple[str, list[tuple[str, str]]]] = []

        def begin(
            status: str, headers: list[tuple[str, str]], error: _Error = None, /
        ) -> Callable[[bytes], object]:
            head.append((status, headers))
            return start_response(status, headers, error)

        answer = self._inner(environ, begin)
        status, headers = head[-1]
        seen: Seen | None = environ.get(_MARK)
        if seen is None or status != "200 OK" or any(name == "Set-Cookie" for name, _ in headers):
            return answer
        body = b"".join(answer)
        if isinstance(answer, ClosingIterator):
            answer.close()
        known[question] = _Sent(seen, headers, body)
        return [body]
