"""Starting servers of one kind side by side, and asking them one question after another."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = ("--config", str(ROOT / "bench" / "gunicorn.conf.py"))
LONGEST_START = LONGEST_ANSWER = 300.0
"""Seconds; machines that measure are often busy with something else too."""


@dataclass(slots=True)
class Client:
    """One person at a browser: a kept connection and a cookie jar of one cookie."""

    port: int
    cookie: str = ""
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        """Open the connection."""
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_ANSWER)

    def get(self, path: str) -> str:
        """Fetch a page; anything but 200 stops the benchmark."""
        return self._expect(200, "GET", path, None)

    def post(self, path: str, fields: Mapping[str, str], expected: int = 302) -> str:
        """Send a form."""
        return self._expect(expected, "POST", path, urlencode(fields))

    def answer_to(self, path: str, fields: Mapping[str, str]) -> int:
        """Send a form, and give the status that it is answered with, whatever it is."""
        return self._ask("POST", path, urlencode(fields))[0]

    def _expect(self, expected: int, method: str, path: str, body: str | None) -> str:
        status, text = self._ask(method, path, body)
        if status != expected:
            raise RuntimeError(f"{method} {path} answered {status}")
        return text

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookie = value.split(";")[0]
        return answer.status, text


@contextmanager
def serving(application: str, environment: Mapping[str, str]) -> Iterator[int]:
    """Serve an application on a free port until the block ends; give the port."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *OPTIONS, "--bind", f"127.0.0.1:{port}", application],
        cwd=ROOT, env={**os.environ, **environment},
    )
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=LONGEST_ANSWER)


def seconds(question: Callable[[], object]) -> float:
    """Time one question."""
    start = time.perf_counter()
    question()
    return time.perf_counter() - start


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing answers on port {port}")
