"""A virus scanner on this machine that speaks clamd's own protocol over a real socket."""

import socketserver
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from tests.serving import free_port

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The harmless string that every scanner agrees to find, parted so that none finds it here."""
LONGEST_PIECE = 256 * 1024
_LENGTH = struct.Struct("!L")


class _Guard(socketserver.StreamRequestHandler):
    server: "Scanner | LocalScanner"

    def handle(self) -> None:
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        answer = "PONG" if command == b"zPING\0" else self.examined()
        self.wfile.write(f"{answer}\0".encode())

    def examined(self) -> str:
        content = b""
        while (length := _LENGTH.unpack(self.rfile.read(_LENGTH.size))[0]) > 0:
            assert length <= LONGEST_PIECE, "a piece is larger than what is held in memory at once"
            content += self.rfile.read(length)
        self.server.examined.append(content)
        if self.server.answer is not None:
            return self.server.answer
        return "stream: Eicar-Test-Signature FOUND" if EICAR in content else "stream: OK"


class Scanner(socketserver.ThreadingTCPServer):
    """Finds the EICAR string, or says what a test wants it to say."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Guard)
        self.examined: list[bytes] = []
        self.answer: str | None = None

    @property
    def address(self) -> str:
        """Give what `TILSAGN_CLAMD` would say."""
        return f"127.0.0.1:{self.server_address[1]}"


class LocalScanner(socketserver.ThreadingUnixStreamServer):
    """The same on a socket of the file system."""

    daemon_threads = True

    def __init__(self, place: str) -> None:
        super().__init__(place, _Guard)
        self.examined: list[bytes] = []
        self.answer: str | None = None


@contextmanager
def scanning(port: int | None = None) -> Iterator[Scanner]:
    """Let a scanner answer while it lasts."""
    scanner = Scanner(port or free_port())
    thread = Thread(target=scanner.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield scanner
    finally:
        scanner.shutdown()
        thread.join()
        scanner.server_close()
