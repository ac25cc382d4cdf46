"""The terms that a researcher accepts, and what a researcher may fetch today."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from accounts.models import Person, Token
from accounts.queries import tokens_of
from figures.keys import spent
from figures.refusals import KeyRefusal
from figures.research.models import AcceptedTerms
from foundation.database import db

TERMS = 1
"""The edition of the terms that holds. Whoever accepted an earlier one is asked again."""


def accepted_by(person: Person) -> AcceptedTerms | None:
    """Find a person's acceptance of the terms that hold."""
    return db.session.scalars(
        select(AcceptedTerms).where(
            AcceptedTerms.person_id == person.id, AcceptedTerms.terms == TERMS
        )
    ).first()


def shut_for(person: Person, today: date) -> KeyRefusal | None:
    """Tell why a person may fetch nothing today, or None."""
    return shut_by(accepted_by(person), tokens_of(person.id), today)


def shut_by(
    accepted: AcceptedTerms | None, keys: Iterable[Token], today: date
) -> KeyRefusal | None:
    """Tell what is lacking, or None: the terms are accepted, and a key still lasts."""
    if accepted is None:
        return KeyRefusal.TERMS
    return None if any(spent(key, today) is None for key in keys) else KeyRefusal.NO_TIME
