"""One viewer's way to every address: what each answers, what it tells, and what it changes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import Connection, event
from werkzeug.test import TestResponse

from accounts import identity, sessions
from accounts.models import Person, SignIn
from foundation import clock
from foundation.database import db, transaction

SIGN_IN_PAGE = "/logg-inn"
COVER_PAGES = ("/habilitet",)


class Outcome(StrEnum):
    """What an address answers a viewer."""

    IN = "opens"
    BACK = "sends on"
    TOLD = "says why not now"
    LET = "lets in, one way or another"
    SIGN_IN = "asks to sign in"
    DECLARE = "asks to declare first"
    FORBIDDEN = "refuses the role"
    ABSENT = "does not exist"
    FAILED = "fails"


LET_IN = frozenset({Outcome.IN, Outcome.BACK, Outcome.TOLD, Outcome.LET})
REFUSED = frozenset({Outcome.SIGN_IN, Outcome.DECLARE, Outcome.FORBIDDEN, Outcome.ABSENT})
_BY_STATUS = {
    200: Outcome.IN, 401: Outcome.SIGN_IN, 403: Outcome.FORBIDDEN, 404: Outcome.ABSENT,
    409: Outcome.TOLD, 500: Outcome.FAILED,
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What came of one request."""

    outcome: Outcome
    response: TestResponse
    written: tuple[str, ...]


class Eyes:
    """Asks as one viewer, as if from another process each time."""

    def __init__(self, app: Flask, person: Person | None) -> None:
        self._client = app.test_client()
        self._token = ""
        if person is not None:
            self._log_in(person)
        self._token = self._fresh_token("/" if person is None else "/min-profil")

    def sign_out(self) -> None:
        """End the session as the clock does: the browser does not know."""
        with transaction():
            for one in db.session.query(SignIn):
                one.ended_at = clock.now()

    def ask(self, method: str, address: str, fields: Mapping[str, object]) -> Answer:
        """Ask for an address; a form is sent with a token that holds."""
        data = {"csrf_token": self._token, **fields} if method == "POST" else None
        db.session.rollback()
        with _writing() as written:
            response = Context().run(
                partial(self._client.open, address, method=method, data=data,
                        headers={"Accept": "text/html"})
            )  # fmt: skip
        db.session.expire_all()
        return Answer(_outcome(response, method, address), response, tuple(written))

    def _log_in(self, person: Person) -> None:
        token, at = sessions.new_token(), clock.now()
        with transaction():
            db.session.add(
                SignIn(
                    person_id=person.id, token_hash=sessions.hash_of(token),
                    signed_in_at=at, seen_at=at,
                )
            )  # fmt: skip
        with self._client.session_transaction() as cookie:
            cookie[identity.COOKIE_KEY] = token

    def _fresh_token(self, address: str) -> str:
        page = self.ask("GET", address, {}).response.get_data(as_text=True)
        field = BeautifulSoup(page, "html.parser").find("input", attrs={"name": "csrf_token"})
        assert field is not None
        return str(field["value"])


def _outcome(response: TestResponse, method: str, address: str) -> Outcome:
    status = response.status_code
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    where = urlsplit(response.location or "").path
    assert status in (302, 303), f"{method} {address} gave {response.status}"
    if where == SIGN_IN_PAGE and address != SIGN_IN_PAGE:
        return Outcome.SIGN_IN
    return Outcome.DECLARE if where.endswith(COVER_PAGES) else Outcome.BACK


@contextmanager
def _writing() -> Iterator[list[str]]:
    """Note every statement that writes and is committed, but for what keeps a session alive."""
    pending: list[str] = []
    done: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        words = statement.split(maxsplit=3)
        if words[0] in ("INSERT", "UPDATE", "DELETE"):
            table = words[1] if words[0] == "UPDATE" else words[2]
            if table not in ("sign_in", "typed"):
                pending.append(f"{words[0]} {table}")

    def keep(_connection: Connection) -> None:
        done.extend(pending)
        pending.clear()

    def drop(_connection: Connection) -> None:
        pending.clear()

    heard = (("before_cursor_execute", hear), ("commit", keep), ("rollback", drop))
    for name, listener in heard:
        event.listen(db.engine, name, listener)
    try:
        yield done
    finally:
        for name, listener in heard:
            event.remove(db.engine, name, listener)
