"""Who is visiting, as far as the frame of a page needs to know. `accounts` gives the answers.

The ground knows no persons, so the three questions are put to functions that the room above hands in
when the app is built. Until then every visitor is a stranger.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Visitor:
    """A signed-in person as the page's header shows them."""

    name: str
    roles: tuple[str, ...]
    """Role and organisation in words, such as `Saksbehandler, Helsedirektoratet`."""


def _nobody() -> Visitor | None:
    return None


def _nothing(permission: StrEnum) -> bool:
    del permission
    return False


def _no_wish() -> str | None:
    return None


def _not_kept(language: str) -> None:
    del language


class _Answers:
    """Who answers the questions."""

    visitor: Callable[[], Visitor | None] = staticmethod(_nobody)
    may: Callable[[StrEnum], bool] = staticmethod(_nothing)
    locale: Callable[[], str | None] = staticmethod(_no_wish)
    keep_locale: Callable[[str], None] = staticmethod(_not_kept)


def set_visitor_of(answer: Callable[[], Visitor | None]) -> None:
    """Hand in the function that tells who is signed in on this request, or None."""
    _Answers.visitor = staticmethod(answer)


def set_permission_check(answer: Callable[[StrEnum], bool]) -> None:
    """Hand in the function that tells whether whoever asks has a permission."""
    _Answers.may = staticmethod(answer)


def set_locale_of(answer: Callable[[], str | None]) -> None:
    """Hand in the function that tells which language the signed-in person has chosen, if any."""
    _Answers.locale = staticmethod(answer)


def set_locale_keeper(keep: Callable[[str], None]) -> None:
    """Hand in the function that remembers a signed-in person's choice of language."""
    _Answers.keep_locale = staticmethod(keep)


def visitor() -> Visitor | None:
    """Tell who is signed in."""
    return _Answers.visitor()


def may(permission: StrEnum | None) -> bool:
    """Tell whether whoever asks may use what needs a permission; None is open to all."""
    return permission is None or _Answers.may(permission)


def wished_locale() -> str | None:
    """Tell which language the signed-in person has chosen."""
    return _Answers.locale()


def keep_locale(language: str) -> None:
    """Remember a signed-in person's choice of language; a stranger's lives in the session alone."""
    _Answers.keep_locale(language)
