"""Who asks the interface for research: a key in the request, and why one is refused."""

from datetime import date

from accounts.models import Token
from accounts.permissions import Permission, allows
from figures.queries.keys import key_of
from figures.refusals import KeyRefusal
from foundation.errors import RuleBrokenError

_SCHEME = "bearer"


def key_in(header: str | None, today: date) -> Token:
    """Read the key of an Authorization header, with its person.

    Raises RuleBrokenError(KeyRefusal): a key is refused when it is revoked, when its last day has been, and
    when the person has lost the account or the right to the statistics.
    """
    scheme, _, secret = (header or "").strip().partition(" ")
    if scheme.lower() != _SCHEME or not secret.strip():
        raise RuleBrokenError(KeyRefusal.MISSING)
    key = key_of(secret.strip())
    if key is None:
        raise RuleBrokenError(KeyRefusal.UNKNOWN)
    refusal = spent(key, today)
    if refusal is None and not (
        key.person.is_active and allows(key.person, Permission.STATISTICS_READ)
    ):
        refusal = KeyRefusal.CLOSED
    if refusal is not None:
        raise RuleBrokenError(refusal)
    return key


def spent(key: Token, today: date) -> KeyRefusal | None:
    """Tell why a key by itself opens nothing any more, or None."""
    if key.revoked_at is not None:
        return KeyRefusal.REVOKED
    return KeyRefusal.EXPIRED if key.expires_on < today else None
