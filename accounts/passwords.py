"""Passwords: argon2, and one answer to every wrong guess."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
_hasher = PasswordHasher()
_nobody = _hasher.hash(
    "the password of nobody, so that a wrong address takes as long as a wrong word"
)


def hashed(password: str) -> str:
    """Give the argon2id hash that is kept instead of the password."""
    return _hasher.hash(password)


def fits(password: str, password_hash: str | None) -> bool:
    """Tell whether a password fits; without a hash it takes as long and never fits."""
    try:
        return _hasher.verify(password_hash or _nobody, password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False
