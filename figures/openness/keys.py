"""The secret end of an answer's address. Only its hash is kept: who has the address reads the answer."""

import secrets
from hashlib import sha256

_BYTES = 24


def new_key() -> str:
    """Make a key that nobody guesses."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(key: str) -> str:
    """Give what is kept of a key."""
    return sha256(key.encode()).hexdigest()
