"""Asking ClamAV's daemon about a file, over its own protocol (INSTREAM in `man clamd`).

The file goes over the socket in pieces, so that it is never whole in memory and clamd needs no access to
our folder. Whatever is not a clear answer is an error: nothing passes because a scanner was silent.
"""

import socket
import struct
from pathlib import Path
from typing import IO

from foundation.errors import TilsagnError

SECONDS_TO_ANSWER = 60.0
SECONDS_TO_BE_THERE = 2.0
PIECE = 256 * 1024
LONGEST_ANSWER = 4096
_LENGTH = struct.Struct("!L")
_CLEAN = "stream: OK"
_FOUND = " FOUND"


class ClamdError(TilsagnError):
    """The scanner could not be reached, or did not give a clear answer."""


def finding_in(content: IO[bytes], address: str) -> str | None:
    """Give the name of what clamd finds in a file, or None for a clean one.

    `address` is the path of a Unix socket, or `host:port`. Raises ClamdError.
    """
    try:
        with _connected(address, SECONDS_TO_ANSWER) as connection:
            connection.sendall(b"zINSTREAM\0")
            while piece := content.read(PIECE):
                connection.sendall(_LENGTH.pack(len(piece)) + piece)
            connection.sendall(_LENGTH.pack(0))
            return _judged(_answer(connection))
    except OSError as error:
        raise ClamdError(f"clamd at {address}: {error}") from error


def answers(address: str) -> bool:
    """Tell whether clamd answers."""
    try:
        with _connected(address, SECONDS_TO_BE_THERE) as connection:
            connection.sendall(b"zPING\0")
            return _answer(connection) == "PONG"
    except OSError:
        return False


def _connected(address: str, timeout: float) -> socket.socket:
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(timeout)
        try:
            connection.connect(str(Path(address)))
        except OSError:
            connection.close()
            raise
        return connection
    host, _colon, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=timeout)


def _answer(connection: socket.socket) -> str:
    """Read until the zero that ends an answer, or until clamd hangs up."""
    heard = b""
    while b"\0" not in heard and len(heard) < LONGEST_ANSWER:
        piece = connection.recv(LONGEST_ANSWER)
        if not piece:
            break
        heard += piece
    return heard.split(b"\0")[0].decode("utf-8", "replace").strip()


def _judged(answer: str) -> str | None:
    if answer == _CLEAN:
        return None
    if answer.startswith("stream: ") and answer.endswith(_FOUND):
        return answer.removeprefix("stream: ").removesuffix(_FOUND)
    raise ClamdError(f"clamd answered: {answer or 'nothing'}")
