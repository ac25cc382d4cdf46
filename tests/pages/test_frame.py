"""The frame: language, navigation, headers, static files, health."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale
from flask_babel import lazy_gettext as _l

from accounts.models import Role
from accounts.permissions import Permission
from accounts.queries import person
from app import create_app
from foundation.addresses import static_url
from foundation.headers import HEADERS
from foundation.locale import own_address
from foundation.navigation import ROOM_IN_A_LINE, NavItem, links_of, room_for
from foundation.settings import Settings
from tests.builders.accounts import a_person
from tests.builders.grants import a_scheme
from tests.web import Page, Web

PAGE = "/om/personvern"
CROWDED = frozenset(Role) - {Role.EDITOR, Role.SIGNATORY, Role.RESEARCHER}
"""Who may open more than fits in a line."""


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def language_of(client: FlaskClient, wishes: str) -> str:
    page = client.get(PAGE, headers={"Accept-Language": wishes}).text
    return page.split('<html lang="')[1][:2]


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        ("nn-NO,nb;q=0.8", "nn"),
        ("en,nn;q=0.5,nb;q=0.4", "nn"),
        ("no", "nb"),
        ("en-GB,en", "nb"),
        ("nn;q=0,nb", "nb"),
        ("", "nb"),
    ],
)
def test_the_browser_says_which_norwegian(client: FlaskClient, wishes: str, language: str) -> None:
    assert language_of(client, wishes) == language


def test_a_choice_of_language_stays_and_leads_back_to_the_page(web: Web) -> None:
    page = web.send(f"{PAGE}?fra=her", "Nynorsk")
    assert page.url == f"{PAGE}?fra=her"
    assert page.html is not None
    assert page.html["lang"] == "nn"
    other = web.open("/om/tilgjengelighet")
    assert other.html is not None
    assert other.html["lang"] == "nn"


@pytest.mark.parametrize("role", list(Role))
def test_a_crowded_menu_leaves_what_is_open_to_all_to_the_foot(web: Web, role: Role) -> None:
    everywhere = {str(link["href"]) for link in web.open(PAGE).select(".main-nav a")}
    web.log_in(person(a_person(role, name="Nina Noen").id))
    page = web.open(PAGE)
    own = [str(link["href"]) for link in page.select(".main-nav a")]
    foot = {str(link["href"]) for link in page.select(".site-footer a")}
    assert everywhere <= set(own) | foot
    assert everywhere.isdisjoint(own) == (role in CROWDED)


@pytest.mark.parametrize("role", list(Role))
def test_what_does_not_fit_in_a_line_is_one_press_away_and_where_one_is_stands_in_it(
    web: Web, role: Role
) -> None:
    a_scheme(by=a_person(Role.ADMINISTRATOR))
    web.log_in(person(a_person(role, name="Nina Noen").id))
    page = web.open("/")
    more = page.select("#more a")
    assert bool(more) == bool(page.select("button[popovertarget=more]"))
    assert more or role not in CROWDED
    assert in_line(page) <= ROOM_IN_A_LINE
    for link in more:
        there = web.open(str(link["href"]))
        marked = there.select(".main-nav [aria-current]")
        assert [one["href"] for one in marked] == [link["href"]]
        assert not there.select("#more [aria-current]")
        assert in_line(there) <= ROOM_IN_A_LINE


def in_line(page: Page) -> int:
    return room_for(link.text for link in page.select(".main-nav > ul > li > a"))


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "",
        "/a\nb",
    ],
)
def test_the_language_switch_leads_nowhere_else(database: str, address: str) -> None:
    del database
    assert own_address(address) == "/"


def test_an_address_of_our_own_is_kept(database: str) -> None:
    del database
    assert own_address("/saker?side=2#topp") == "/saker?side=2#topp"


def test_every_answer_carries_the_headers(client: FlaskClient) -> None:
    for path in (PAGE, "/healthz", "/static/css/text.css", "/finnes-ikke"):
        answer = client.get(path, buffered=True)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
        assert "Strict-Transport-Security" not in answer.headers


def test_over_https_it_shall_stay_so(client: FlaskClient) -> None:
    answer = client.get(PAGE, base_url="https://tilskudd.example.no")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_pages_are_not_kept_and_static_files_are(client: FlaskClient, app: Flask) -> None:
    assert client.get(PAGE).headers["Cache-Control"] == "no-store"
    with app.test_request_context():
        address = static_url("css/text.css")
    kept = client.get(address, buffered=True)
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    again = client.get(address, buffered=True, headers={"If-None-Match": kept.headers["ETag"]})
    assert again.status_code == 304
    assert "immutable" in again.headers["Cache-Control"]


def test_an_address_that_does_not_name_the_content_is_asked_for_again(client: FlaskClient) -> None:
    for address in ("/static/css/text.css", "/static/css/text.css?v=000000000000"):
        assert client.get(address, buffered=True).headers["Cache-Control"] == "no-cache"


def test_the_files_of_the_frame_are_there(web: Web, client: FlaskClient) -> None:
    page = web.open(PAGE)
    files = [str(tag["href"]) for tag in page.find_all("link")]
    files += [str(tag["src"]) for tag in page.find_all("script")]
    assert files
    for file in files:
        assert client.get(file, buffered=True).status_code == 200


def test_the_navigation_shows_what_the_visitor_may_open(app: Flask) -> None:
    items = [
        NavItem("foundation.privacy", _l("Sist"), None, 2),
        NavItem("foundation.accessibility", _l("Først"), None, 1),
        NavItem("foundation.components", _l("Lukket"), Permission.CASE_READ, 0),
    ]
    with app.test_request_context(PAGE):
        links = [(str(link.label), link.current) for link in links_of(items)]
    assert links == [("Først", None), ("Sist", "page")]


def test_the_navigation_marks_where_a_page_below_belongs(app: Flask) -> None:
    items = [
        NavItem("foundation.alive", _l("Forside"), None, 0),
        NavItem("foundation.privacy", _l("Personvern"), None, 1),
    ]
    with app.test_request_context(f"{PAGE}/rettigheter"):
        assert [link.current for link in links_of(items)] == [None, "true"]
    with app.test_request_context("/om/personvernet"):
        assert [link.current for link in links_of(items)] == [None, None]


def test_alive_and_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "alive\n"
    assert client.get("/readyz").text == "ready\n"


def test_not_ready_says_what_is_missing(database: str, tmp_path: Path) -> None:
    del database
    gone = tmp_path / "gone"
    settings = Settings(
        database_url=f"sqlite:///{gone}/tilsagn.sqlite",
        data_dir=gone,
        secret_key="a secret that only the tests know",
        base_url="http://127.0.0.1",
    )
    answer = create_app(settings).test_client().get("/readyz")
    assert answer.status_code == 503
    assert answer.text == "database does not answer\ndata folder cannot be written to\n"


def test_a_text_in_the_other_form_is_in_that_form_also_in_the_middle_of_a_page(app: Flask) -> None:
    page = app.jinja_env.from_string('{{ _("Ikke besvart") }}')
    with app.test_request_context():
        assert page.render() == "Ikke besvart"
        with force_locale("nn"):
            assert page.render() == "Ikkje svart på"
        assert page.render() == "Ikke besvart"
