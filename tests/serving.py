"""The app over HTTP from a thread of the test process."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server


class QuietHandler(WSGIRequestHandler):
    """Serves without a line for each request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the tests tell what went wrong."""


def free_port() -> int:
    """Find a port on this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def served(app: Flask, base_url: str) -> Iterator[None]:
    """Serve the app at an address until the block ends."""
    address = urlsplit(base_url)
    server = make_server(
        str(address.hostname),
        int(address.port or 80),
        app,
        threaded=True,
        request_handler=QuietHandler,
    )
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
