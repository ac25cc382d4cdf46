"""The commands of an installation: they start with what they need, or say what is wrong."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from http.client import HTTPConnection
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from queue import Queue
from types import ModuleType, SimpleNamespace

import pytest
from click.testing import CliRunner
from flask import Flask

from commands import production
from foundation import worker
from foundation.environment import BadSettingError
from tests.databases import migrate
from tests.serving import free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Give the settings of a small installation, and nothing else of Tilsagn's."""
    port = free_port()
    outside = {name: value for name, value in os.environ.items() if "TILSAGN" not in name}
    return {
        **outside,
        "PYTHONPATH": str(ROOT),
        "TILSAGN_DATABASE_URL": f"sqlite:///{tmp_path}/tilsagn.sqlite",
        "TILSAGN_DATA_DIR": str(tmp_path),
        "TILSAGN_SECRET_KEY": "a secret that only this test knows",
        "TILSAGN_BASE_URL": f"http://127.0.0.1:{port}",
        "TILSAGN_PORT": str(port),
        "TILSAGN_WORKERS": "1",
    }


@pytest.fixture
def here(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """Run commands in this process, where each costs no start; none of them gets as far as to serve."""
    monkeypatch.delattr(production, "serve_installation")
    return CliRunner(env=environment)


def command(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "commands", *arguments],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_bad_setting_is_one_line_and_no_start(environment: dict[str, str]) -> None:
    answer = command({**environment, "TILSAGN_SECRET_KEY": ""}, "serve")
    line = "tilsagn: TILSAGN_SECRET_KEY is missing\n"
    assert (answer.returncode, answer.stderr, answer.stdout) == (2, line, "")


@pytest.mark.parametrize(
    ("setting", "value", "line"),
    [
        ("DEMO", "1", "TILSAGN_DEMO is for ./tilsagn demo alone"),
        (
            "DATABASE_URL",
            "postgresql://hush@127.0.0.1:1/none",
            "TILSAGN_DATABASE_URL names a database that does not answer",
        ),
    ],
)
def test_what_only_serving_finds_bad_stops_it_too(
    here: CliRunner, setting: str, value: str, line: str
) -> None:
    answer = here.invoke(production.serve, env={f"TILSAGN_{setting}": value})
    assert isinstance(answer.exception, BadSettingError)
    assert str(answer.exception) == line


def test_it_does_not_serve_a_database_of_another_version(here: CliRunner) -> None:
    answer = here.invoke(production.serve)
    assert answer.exit_code == 1
    assert "run ./tilsagn migrate first" in answer.stderr


def test_an_installation_is_set_up_and_served(environment: dict[str, str], here: CliRunner) -> None:
    assert command(environment, "migrate").returncode == 0
    assert here.invoke(production.migrate).exit_code == 0, "again does no harm"
    new = ["--name", "Kari Prøve", "--email", "kari@example.no", "--password"]
    assert "12 characters" in here.invoke(production.create_admin, [*new, "short"]).stderr
    assert command(environment, "create-admin", *new, "long enough to keep").returncode == 0
    again = here.invoke(production.create_admin, [*new, "long enough to keep"])
    assert "has an account already" in again.stderr
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "commands", "serve"], env=environment
    ) as server:
        try:
            assert answer_of(environment["TILSAGN_PORT"], "/readyz") == b"ready\n"
        finally:
            server.send_signal(signal.SIGTERM)
    assert server.returncode == 0


def test_a_demonstration_does_the_background_work_of_the_app_it_serves(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    at_work: Queue[Flask] = Queue()
    monkeypatch.setattr(worker, "work", lambda app, _stop: at_work.put(app))
    served = import_module("wsgi")
    server = loaded(ROOT / "gunicorn.conf.py")
    monkeypatch.setattr(server, "settings", replace(server.settings, demo=True))
    server.post_worker_init(SimpleNamespace(wsgi=served.application))
    assert at_work.get(timeout=10) is served.app


def loaded(path: Path) -> ModuleType:
    """Load a file of Python that is no module of the project."""
    spec = spec_from_file_location(path.stem.replace(".", "_"), path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_worker_stops_when_told(environment: dict[str, str]) -> None:
    migrate(environment["TILSAGN_DATABASE_URL"])
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "commands", "work"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        assert "waiting for work" in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
    assert process.returncode == 0


def answer_of(port: str, path: str) -> bytes:
    """Ask until the server answers, for half a minute at most."""
    for _ in range(300):
        connection = HTTPConnection("127.0.0.1", int(port), timeout=5)
        try:
            connection.request("GET", path)
            return connection.getresponse().read()
        except ConnectionRefusedError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise TimeoutError(path)
