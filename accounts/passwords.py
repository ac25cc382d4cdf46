"""Passwords: argon2, and one answer to every wrong guess."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
_NOBODY = "the password of nobody, so that a wrong address takes as long as a wrong word"


_EASY_TO_READ = "abcdefghjkmnpqrstuvwxyz"
_GROUPS, _GROUP = 4, 4


class _Desk:
    """The hasher at work, and a hash that no password fits."""

    hasher = PasswordHasher()
    nobody = hasher.hash(_NOBODY)


def make_cheap() -> None:
    """Hash with next to no work: for demonstrations and tests, where the passwords are no secret."""
    _Desk.hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    _Desk.nobody = _Desk.hasher.hash(_NOBODY)


def hashed(password: str) -> str:
    """Give the argon2id hash that is kept instead of the password."""
    return _Desk.hasher.hash(password)


def fits(password: str, password_hash: str | None) -> bool:
    """Tell whether a password fits; without a hash it takes as long and never fits."""
    try:
        return (
            _Desk.hasher.verify(password_hash or _Desk.nobody, password)
            and password_hash is not None
        )
    except (VerificationError, InvalidHashError):
        return False


def made() -> str:
    """Make a password to hand over: four groups of four letters that are not mistaken for each other."""
    groups = ("".join(secrets.choice(_EASY_TO_READ) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)
