"""Where a page of the journal begins: a date and the number of a line, as addresses carry them."""

from datetime import date
from typing import NamedTuple, Self

from foundation.errors import NotFoundError


class Bookmark(NamedTuple):
    """The line that a page stands beside."""

    dated: date
    id: int

    @classmethod
    def read(cls, written: str) -> Self:
        """Read a bookmark from an address. Raises NotFoundError for what is none."""
        day, _, number = written.partition(".")
        try:
            return cls(date.fromisoformat(day), int(number))
        except ValueError as error:
            raise NotFoundError from error

    def __str__(self) -> str:
        """Write it as addresses carry it."""
        return f"{self.dated.isoformat()}.{self.id}"
