"""Errors speak of the case, not of HTTP. `foundation/pages.py` turns them into pages."""

from enum import StrEnum


class TilsagnError(Exception):
    """Something in the case stops what was asked for."""


class NotFoundError(TilsagnError):
    """There is no such thing, or none that this person may know of."""


class ForbiddenError(TilsagnError):
    """The person's role does not allow this."""


class StaleError(TilsagnError):
    """Somebody else changed the row in the meantime."""


class RuleBrokenError(TilsagnError):
    """A rule refuses. The reason is a word that page, letter and statistics share."""

    def __init__(self, reason: StrEnum, **values: object) -> None:
        """Keep the word and the numbers that belong in its sentence."""
        super().__init__(f"{type(reason).__name__}.{reason.name}")
        self.reason = reason
        self.values = values
