"""Reading persons, their sessions and their keys. Everything says what it loads and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, bindparam, or_, select, tuple_
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Membership, Person, Role, SignIn, Token
from foundation.database import db
from foundation.errors import NotFoundError

SIZE = 50


class PersonName(NamedTuple):
    """A person as a list of choices needs to know them."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A page of persons, and the id of the person that the next page comes after."""

    rows: Sequence[Person]
    after: int | None


# Asked by every page of whoever is signed in: one question, put together once.
_BY_SESSION = (
    select(SignIn)
    .where(SignIn.token_hash == bindparam("token_hash"), SignIn.ended_at.is_(None))
    .options(
        joinedload(SignIn.person, innerjoin=True)
        .joinedload(Person.memberships)
        .joinedload(Membership.organisation)
    )
)


def person_by_session(token_hash: str) -> SignIn | None:
    """Find a signed-in session with its person and the person's memberships."""
    found = db.session.scalars(_BY_SESSION, {"token_hash": token_hash})
    return found.unique().one_or_none()


def person_by_email(email: str) -> Person | None:
    """Find a person by e-mail address, whatever its case."""
    return db.session.scalars(select(Person).where(Person.email == email.strip().lower())).first()


def person(person_id: int) -> Person:
    """Find a person with memberships and their organisations. Raises NotFoundError."""
    found = db.session.scalars(
        select(Person)
        .where(Person.id == person_id)
        .options(selectinload(Person.memberships).joinedload(Membership.organisation))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def person_page(
    *, text: str = "", role: Role | None = None, after: int | None = None, size: int = SIZE
) -> PersonPage:
    """Give a page of persons by name, with memberships and their organisations.

    `text` is looked for in names and addresses; `after` is the last person of the page before.
    """
    statement = (
        select(Person)
        .where(*_wanted(text, role))
        .order_by(Person.name, Person.id)
        .limit(size + 1)
        .options(selectinload(Person.memberships).joinedload(Membership.organisation))
    )
    if after is not None:
        last = person(after)
        statement = statement.where(tuple_(Person.name, Person.id) > (last.name, last.id))
    found = db.session.scalars(statement).all()
    shown = found[:size]
    return PersonPage(shown, shown[-1].id if len(found) > size else None)


def _wanted(text: str, role: Role | None) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if text:
        # SQLite knows the case of a–z only, so å is tried both ways.
        spellings = sorted({text, text.lower(), text.upper(), text.capitalize()})
        where.append(
            or_(
                Person.email.icontains(text.lower(), autoescape=True),
                *(Person.name.icontains(spelling, autoescape=True) for spelling in spellings),
            )
        )
    if role is not None:
        where.append(
            Person.memberships.any((Membership.role == role) & Membership.ended_at.is_(None))
        )
    return where


def persons_as(role: Role) -> list[Person]:
    """List the active persons who hold a role now, by name."""
    return list(
        db.session.scalars(
            select(Person)
            .join(Person.memberships)
            .where(
                Membership.role == role,
                Membership.ended_at.is_(None),
                Person.deactivated_at.is_(None),
            )
            .options(selectinload(Person.memberships).joinedload(Membership.organisation))
            .order_by(Person.name, Person.id)
            .distinct()
        )
    )


def names_as(role: Role) -> list[PersonName]:
    """List the names of the active persons who hold a role now, by name, to choose among."""
    found = db.session.execute(_NAMES_AS, {"role": role})
    return [PersonName(*row) for row in found]


_NAMES_AS = (
    select(Person.id, Person.name)
    .join(Person.memberships)
    .where(
        Membership.role == bindparam("role", type_=Membership.role.type),
        Membership.ended_at.is_(None),
        Person.deactivated_at.is_(None),
    )
    .order_by(Person.name, Person.id)
    .distinct()
)


def signatories_of(organisation_id: int) -> list[Person]:
    """List the active persons who may sign for an organisation, by name."""
    return list(
        db.session.scalars(
            select(Person)
            .join(Person.memberships)
            .where(
                Membership.organisation_id == organisation_id,
                Membership.role == Role.SIGNATORY,
                Membership.ended_at.is_(None),
                Person.deactivated_at.is_(None),
            )
            .order_by(Person.name, Person.id)
        )
    )


def living_token(token_hash: str, on: date) -> Token | None:
    """Find a researcher's token that is neither revoked nor run out, with its person."""
    return db.session.scalars(
        select(Token)
        .where(Token.token_hash == token_hash, Token.revoked_at.is_(None), Token.expires_on >= on)
        .options(joinedload(Token.person).selectinload(Person.memberships))
    ).first()


def tokens_of(person_id: int) -> list[Token]:
    """List a researcher's tokens, newest first."""
    return list(
        db.session.scalars(
            select(Token).where(Token.person_id == person_id).order_by(Token.id.desc())
        )
    )


def tokens() -> list[Token]:
    """List all keys with their persons, newest first."""
    return list(
        db.session.scalars(
            select(Token).order_by(Token.id.desc()).options(joinedload(Token.person))
        )
    )


def token(token_id: int) -> Token:
    """Find a key. Raises NotFoundError."""
    found = db.session.get(Token, token_id)
    if found is None:
        raise NotFoundError
    return found
