"""A file that was taken out, with the figures that tell it from any other."""

import hashlib
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from figures.queries.rows import Selection
from foundation.money import NOTHING, Ore

_CHUNK = 1024 * 1024
_ENDINGS = {"jsonstat": "jsonstat.json"}


@dataclass(slots=True)
class Count:
    """How many rows went by, and the sum of their control column in øre."""

    rows: int = 0
    control_sum: Ore = NOTHING

    def __add__(self, other: "Count") -> "Count":
        """Count two tables together."""
        return Count(self.rows + other.rows, Ore(self.control_sum + other.control_sum))


@dataclass(frozen=True, slots=True)
class Extract:
    """A finished file, read from its beginning, and what the log keeps of it."""

    file: IO[bytes]
    what: str
    format: str
    chosen: Selection
    count: Count
    sha256: str
    size: int

    @property
    def filename(self) -> str:
        """A name that says what it is: `tilsagn-ledger-2026.csv`."""
        return f"tilsagn-{self.what}-{self.chosen.year or 'alle'}.{_ENDINGS.get(self.format, self.format)}"


def draft() -> IO[bytes]:
    """Open a file that is nowhere to be found and disappears when it is closed."""
    return TemporaryFile(prefix="tilsagn-")


def finished(
    file: IO[bytes], *, what: str, file_format: str, chosen: Selection, count: Count
) -> Extract:
    """Seal a file with its checksum and put it back to its beginning."""
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    file.seek(0)
    return Extract(file, what, file_format, chosen, count, digest.hexdigest(), size)
