"""Finding a researcher's key, living or not, by what was sent."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Person, Token
from accounts.sessions import hash_of
from foundation.database import db


def key_of(secret: str) -> Token | None:
    """Find the key with its person and the person's roles. Only its hash is kept, and looked for."""
    return db.session.scalars(
        select(Token)
        .where(Token.token_hash == hash_of(secret))
        .options(joinedload(Token.person).selectinload(Person.memberships))
    ).first()
