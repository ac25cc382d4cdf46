"""Each error has a page that says what happened, whether anything is lost, and nothing of the inside."""

import logging
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask, abort, request
from flask.testing import FlaskClient
from flask_babel import lazy_gettext as _l
from werkzeug.test import TestResponse

from app import create_app
from foundation import words
from foundation.errors import ForbiddenError, NotFoundError, RuleBrokenError, StaleError
from foundation.settings import Settings
from tests.wellformed import faults


class Refusal(StrEnum):
    CLOSED = "closed"


words.register({Refusal.CLOSED: _l("Utlysningen stengte %(day)s.")})


def raising(error: Exception) -> Callable[[], str]:
    def view() -> str:
        raise error

    return view


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """Give a visitor to an app with a page for each error."""
    app: Flask = create_app(Settings.for_demo(tmp_path))
    for path, error in {
        "gone": NotFoundError(),
        "closed": ForbiddenError(),
        "rule": RuleBrokenError(Refusal.CLOSED, day="15. januar"),
        "stale": StaleError(),
        "broken": ZeroDivisionError("the secret of the inside"),
    }.items():
        app.add_url_rule(f"/{path}", path, raising(error), methods=["GET", "POST"])
    app.add_url_rule("/busy", "busy", lambda: abort(429, response=None))
    app.add_url_rule("/form", "form", lambda: request.form["text"], methods=["POST"])
    app.config["MAX_CONTENT_LENGTH"] = 2_000_000
    return app.test_client()


def page_of(answer: TestResponse, status: int) -> BeautifulSoup:
    assert answer.status_code == status
    page = BeautifulSoup(answer.text, "html.parser")
    assert faults(page) == []
    return page


def heading(page: BeautifulSoup) -> str:
    assert page.h1 is not None
    return page.h1.get_text()


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/gone", 404, "Vi finner ikke siden"),
        ("/never-was", 404, "Vi finner ikke siden"),
        ("/closed", 403, "Du har ikke tilgang til dette"),
        ("/rule", 409, "Dette kan ikke gjøres nå"),
        ("/stale", 409, "Noen andre har endret dette i mellomtiden"),
        ("/form", 405, "Det gikk ikke"),
        ("/busy", 429, "Det gikk ikke"),
    ],
)
def test_each_error_has_its_page(client: FlaskClient, path: str, status: int, says: str) -> None:
    assert heading(page_of(client.get(path), status)) == says


def test_a_broken_rule_names_its_reason(client: FlaskClient) -> None:
    page = page_of(client.get("/rule"), 409)
    assert "Utlysningen stengte 15. januar." in page.get_text()


def test_the_way_back_leads_to_the_page_it_was_sent_from(client: FlaskClient) -> None:
    ours = client.get("/rule", headers={"Referer": "http://localhost/om/personvern?a=1"})
    assert page_of(ours, 409).find("a", href="/om/personvern?a=1")
    theirs = client.get("/rule", headers={"Referer": "http://evil.example/om/personvern"})
    assert page_of(theirs, 409).find("a", href="/rule")


def test_a_page_too_old_to_send_shows_what_was_typed_but_no_password(client: FlaskClient) -> None:
    answer = client.post(
        "/form", data={"text": "En lang <b>begrunnelse</b>", "password": "et langt passord"}
    )
    page = page_of(answer, 400)
    assert [typed.get_text() for typed in page.find_all(class_="typed")] == [
        "En lang <b>begrunnelse</b>"
    ]


def test_too_much_at_once_is_told_how_much_is_possible(client: FlaskClient) -> None:
    answer = client.post("/form", data={"text": "x" * 3_000_000})
    assert "inntil 2 MB" in page_of(answer, 413).get_text()


def test_our_own_fault_shows_a_number_that_is_in_the_log_and_nothing_else(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        page = page_of(client.get("/broken"), 500)
    assert page.strong is not None
    number = page.strong.get_text()
    assert any(number in record.getMessage() for record in caplog.records)
    assert "secret" not in page.get_text()
    assert "ZeroDivision" not in page.get_text()
    assert page.find("nav") is None


def test_other_refusals_keep_what_http_asks_for(client: FlaskClient) -> None:
    assert set(client.get("/form").headers["Allow"].split(", ")) == {"OPTIONS", "POST"}
