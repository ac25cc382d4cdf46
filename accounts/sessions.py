"""Signed-in sessions: a random token in the cookie, its hash in the database, and two limits in time."""

import hashlib
import secrets
from datetime import datetime, timedelta

from accounts.models import SignIn

IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=5)


def new_token() -> str:
    """Make a token that nobody can guess."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """Give the hash that is kept instead of the token."""
    return hashlib.sha256(token.encode()).hexdigest()


def has_ended(session: SignIn, at: datetime) -> bool:
    """Tell whether a session is over: signed out, left alone too long, or older than a day's work."""
    return (
        session.ended_at is not None
        or at - session.seen_at > IDLE
        or at - session.signed_in_at > LONGEST
    )
