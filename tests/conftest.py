"""What every test may ask for.

A test that asks for `app`, or for anything built on it, runs twice: on SQLite and on PostgreSQL; a test
of pages once, on SQLite, unless it is marked `ON_BOTH` (tests/databases.py). One that does not ask for it
has no database at all: outside an app, `db.session` raises. To keep a slow test to one engine:
`@pytest.mark.parametrize("database", ["sqlite"], indirect=True)`.
"""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime

import pytest
from flask import Flask
from flask_sqlalchemy.session import Session
from playwright.sync_api import Page

from foundation import clock, paper
from foundation.database import db
from tests.chromium import FLAGS, Complaints
from tests.databases import ENGINES, SqliteDatabase, postgresql
from tests.installation import Installation, unsaved
from tests.order import long_first
from tests.prints import Prints
from tests.serving import free_port, served
from tests.shared import folder_of_run
from tests.web import Web

MOMENT = datetime(2026, 3, 2, 10, 0, tzinfo=clock.OSLO)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long files where the tests are shared out."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items[:] = long_first(items, lambda item: item.nodeid.partition("::")[0])


def pytest_configure() -> None:
    """Look for no garbage while the tests are loaded."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Let what is loaded by now be no garbage: to look through it again and again is a fifth of the time."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)


def pytest_unconfigure() -> None:
    """Let what was laid aside be found again, so that libraries can clean up when the process ends."""
    gc.unfreeze()


@pytest.fixture(autouse=True)
def now() -> Iterator[datetime]:
    """Hold the clock at a Monday morning in Oslo; `clock.frozen()` inside a test moves it."""
    with clock.frozen(MOMENT):
        yield clock.now()


@pytest.fixture(params=ENGINES)
def database(request: pytest.FixtureRequest) -> str:
    """Name the engine that the test runs on."""
    return str(request.param)


@pytest.fixture(scope="session")
def installed(
    tmp_path_factory: pytest.TempPathFactory, base_url: str
) -> Iterator[Callable[[str], Installation]]:
    """Install once per engine, when a test first needs it."""
    made: dict[str, Installation] = {}
    prints = Prints(folder_of_run(tmp_path_factory) / "prints")
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setattr(paper, "pdf", prints)

        def on(engine: str) -> Installation:
            if engine not in made:
                folder = tmp_path_factory.mktemp(engine)
                shared = folder_of_run(tmp_path_factory) / engine
                shared.mkdir(exist_ok=True)
                new = (
                    SqliteDatabase(folder, shared)
                    if engine == "sqlite"
                    else stack.enter_context(postgresql(folder, shared))
                )
                made[engine] = Installation(new, folder, shared, base_url)
                stack.callback(made[engine].let_go)
            return made[engine]

        yield on


@pytest.fixture
def app(database: str, installed: Callable[[str], Installation], now: datetime) -> Iterator[Flask]:
    """Give an app whose database and data folder are as new, with an app context."""
    del now  # only asked for so that the clock is held before anything happens
    installation = installed(database)
    installation.renew()
    with installation.app.app_context():
        yield installation.app
        assert unsaved() == []


@pytest.fixture
def session(app: Flask) -> Session:
    """Give the test's own session. Requests have theirs."""
    del app
    return db.session()


@pytest.fixture
def web(app: Flask) -> Web:
    """Give a person's way to the pages, without a real browser."""
    return Web(app)


@pytest.fixture(scope="session")
def base_url() -> str:
    """Give the address of `live_server`; in Chromium, `page.goto("/")` means this one."""
    return f"http://127.0.0.1:{free_port()}"


@pytest.fixture
def live_server(app: Flask, base_url: str) -> Iterator[str]:
    """Serve the app to a real browser, from this process: the frozen clock holds there too."""
    with served(app, base_url):
        yield base_url


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Launch the system's Chromium, best the one without a window; a machine without any fails."""
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if chromium is None:
        pytest.fail("Chromium is missing; ./tilsagn test installs it")
    return {"executable_path": chromium, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(base_url: str) -> dict[str, object]:
    """Browse as someone in Norway, at a desk."""
    return {
        "base_url": base_url,
        "locale": "nb-NO",
        "timezone_id": "Europe/Oslo",
        "viewport": {"width": 1280, "height": 900},
        "reduced_motion": "reduce",
    }


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Give a page in Chromium; a script error or a refused file anywhere fails the test."""
    complaints = Complaints(page)
    yield page
    assert complaints.heard == []
