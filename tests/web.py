"""A person's way to the pages in tests, without a real browser: links, forms and what is shown.

Every page it opens is checked, so that a page is not right only where a test happens to look.
"""

from collections.abc import Mapping
from contextvars import Context
from functools import partial
from typing import Any

from bs4 import BeautifulSoup
from flask import Flask
from werkzeug.test import TestResponse

from accounts import identity, sessions
from accounts.models import Person, SignIn
from foundation import clock
from foundation.database import db, transaction
from tests.formfilling import Data, Filled, Value, filled
from tests.installation import unsaved
from tests.wellformed import faults

OK = 200


class Page(BeautifulSoup):
    """A page as it came."""

    def __init__(self, response: TestResponse) -> None:
        super().__init__(response.text, "html.parser")
        self.url = response.request.full_path.removesuffix("?")
        self.status = response.status_code


class Web:
    """Opens pages and sends forms as one visitor, who may be signed in."""

    def __init__(self, app: Flask) -> None:
        self._client = app.test_client()

    def log_in(self, person: Person) -> None:
        """Sign a person in without the sign-in page, which has its own tests."""
        token = sessions.new_token()
        at = clock.now()
        with transaction():
            db.session.add(
                SignIn(
                    person_id=person.id,
                    token_hash=sessions.hash_of(token),
                    signed_in_at=at,
                    seen_at=at,
                )
            )
        with self._client.session_transaction() as cookie:
            cookie[identity.COOKIE_KEY] = token

    def get(
        self, url: str, status: int = OK, headers: Mapping[str, str] | None = None
    ) -> TestResponse:
        """Fetch anything: a file, a redirect, an answer of the API."""
        return self._request("GET", url, status=status, headers=headers)

    def open(self, url: str, status: int = OK) -> Page:
        """Open a page, following redirects, and check that it is well formed."""
        return _checked(self._request("GET", url, status=status, follow=True))

    def send(
        self,
        url: str,
        press: str | None = None,
        more: Mapping[str, Value] | None = None,
        *,
        status: int = OK,
        **fields: Value,
    ) -> Page:
        """Open a page, fill in the form that has these fields and press its button.

        `press` is the button's text, where the page has several; `more` takes the fields whose names
        Python cannot spell. What is not named is sent as the page had it, as a browser does. True and
        False tick a single box and leave it; a file is a pair of an open file and its name.
        """
        page = self.open(url)
        form = filled(page, page.url, press, {**fields, **(more or {})})
        return self.post(form, status=status)

    def post(self, form: Filled, status: int = OK) -> Page:
        """Send a form that a page gave, perhaps once more, and see where it leads."""
        return _checked(
            self._request("POST", form.action, status=status, data=form.data, follow=True)
        )

    def ask(self, form: Filled, status: int = OK) -> dict[str, Any]:
        """Send a form as a page's script does, and give what it is told."""
        response = self._request(
            "POST", form.action, status=status, data=form.data, accept="application/json"
        )
        answer: dict[str, Any] = response.get_json()
        return answer

    def download(self, url: str, press: str | None = None, **fields: Value) -> TestResponse:
        """Fill in the form of a page whose answer is a file, and give it as it came."""
        page = self.open(url)
        form = filled(page, page.url, press, fields)
        return self._request("POST", form.action, status=OK, data=form.data)

    def _request(
        self,
        method: str,
        url: str,
        *,
        status: int,
        follow: bool = False,
        data: Data | None = None,
        accept: str = "text/html",
        headers: Mapping[str, str] | None = None,
    ) -> TestResponse:
        """Ask as if from another process: with no app context of the test's, and nothing unsaved.

        What the test has read is read anew afterwards, so that it sees what the request changed.
        """
        assert unsaved() == []
        db.session.rollback()
        response = Context().run(
            partial(
                self._client.open,
                url,
                method=method,
                data=data,
                follow_redirects=follow,
                headers={"Accept": accept, **(headers or {})},
            )
        )
        db.session.expire_all()
        assert response.status_code == status, f"{method} {url} gave {response.status}"
        return response


def _checked(response: TestResponse) -> Page:
    page = Page(response)
    assert response.mimetype == "text/html", f"{page.url} is {response.mimetype}, not a page"
    found = faults(page)
    assert not found, f"faults of {page.url}: {found}"
    return page
