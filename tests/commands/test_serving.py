"""The commands of an installation: they start with what they need, or say what is wrong."""

import os
import signal
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

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


def command(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "commands", *arguments],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("setting", "value", "line"),
    [
        ("SECRET_KEY", "", "TILSAGN_SECRET_KEY is missing"),
        ("SECRET_KEY", "hush", "TILSAGN_SECRET_KEY must have at least 32 characters"),
        ("DATA_DIR", "/no/such", "TILSAGN_DATA_DIR must be a folder that exists"),
        ("DEMO", "1", "TILSAGN_DEMO is for ./tilsagn demo alone"),
        ("SECRET", "x", "TILSAGN_SECRET is not a setting of Tilsagn; is it misspelt?"),
        (
            "DATABASE_URL",
            "postgresql://hush@127.0.0.1:1/none",
            "TILSAGN_DATABASE_URL names a database that does not answer",
        ),
    ],
)
def test_a_bad_setting_is_one_line_and_no_start(
    environment: dict[str, str], tmp_path: Path, setting: str, value: str, line: str
) -> None:
    changed = {f"TILSAGN_{setting}": value}
    if setting == "DEMO":
        changed["TILSAGN_DATA_DIR"] = str(tmp_path)
    answer = command({**environment, **changed}, "serve")
    assert (answer.returncode, answer.stderr, answer.stdout) == (2, f"tilsagn: {line}\n", "")


def test_it_does_not_serve_a_database_of_another_version(environment: dict[str, str]) -> None:
    answer = command(environment, "serve")
    assert answer.returncode == 1
    assert "run ./tilsagn migrate first" in answer.stderr


def test_an_installation_is_set_up_and_served(environment: dict[str, str]) -> None:
    assert command(environment, "migrate").returncode == 0
    assert command(environment, "migrate").returncode == 0, "again does no harm"
    new = ("create-admin", "--name", "Kari Prøve", "--email", "kari@example.no", "--password")
    assert "12 characters" in command(environment, *new, "short").stderr
    assert command(environment, *new, "long enough to keep").returncode == 0
    assert "has an account already" in command(environment, *new, "long enough to keep").stderr
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "commands", "serve"], env=environment
    ) as server:
        try:
            assert answer_of(environment["TILSAGN_PORT"], "/readyz") == b"ready\n"
        finally:
            server.send_signal(signal.SIGTERM)
    assert server.returncode == 0


def test_the_worker_stops_when_told(environment: dict[str, str]) -> None:
    command(environment, "migrate")
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "commands", "work"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as worker:
        assert worker.stderr is not None
        assert "waiting for work" in worker.stderr.readline()
        worker.send_signal(signal.SIGTERM)
    assert worker.returncode == 0


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
