"""Reading persons, organisations and the register. Everything says what it loads and in which order."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from accounts.models import (
    Membership,
    MunicipalityVersion,
    Organisation,
    OrganisationKind,
    Person,
    Population,
    Role,
    SignIn,
    Token,
)
from foundation.database import db
from foundation.errors import NotFoundError


def person_by_session(token_hash: str) -> SignIn | None:
    """Find a signed-in session with its person and the person's memberships."""
    return db.session.scalars(
        select(SignIn)
        .where(SignIn.token_hash == token_hash, SignIn.ended_at.is_(None))
        .options(
            joinedload(SignIn.person)
            .selectinload(Person.memberships)
            .joinedload(Membership.organisation)
        )
    ).first()


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


def persons() -> list[Person]:
    """List all persons by name, with memberships and their organisations."""
    return list(
        db.session.scalars(
            select(Person)
            .order_by(Person.name, Person.id)
            .options(selectinload(Person.memberships).joinedload(Membership.organisation))
        )
    )


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


def organisation(organisation_id: int) -> Organisation:
    """Find an organisation with its versions and populations. Raises NotFoundError."""
    found = db.session.scalars(
        select(Organisation)
        .where(Organisation.id == organisation_id)
        .options(selectinload(Organisation.versions), selectinload(Organisation.populations))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def organisation_by_code(code: str) -> Organisation | None:
    """Find an organisation by the code that never changes: `K-3103`, `HDIR`."""
    return db.session.scalars(select(Organisation).where(Organisation.code == code)).first()


def organisations(kinds: frozenset[OrganisationKind], on: date) -> list[Organisation]:
    """List the organisations of some kinds that exist on a date, by name in Norwegian order.

    Versions and populations are loaded, so that a kommune can be shown with number and fylke.
    """
    found = db.session.scalars(
        select(Organisation)
        .where(
            Organisation.kind.in_(kinds),
            Organisation.valid_from <= on,
            or_(Organisation.valid_to.is_(None), Organisation.valid_to >= on),
        )
        .options(selectinload(Organisation.versions), selectinload(Organisation.populations))
    )
    return sorted(found, key=lambda one: norwegian(one.name))


def municipalities(on: date) -> list[MunicipalityVersion]:
    """List the kommuner as they are on a date, by number, with organisation and populations."""
    return list(
        db.session.scalars(
            select(MunicipalityVersion)
            .join(MunicipalityVersion.organisation)
            .where(
                MunicipalityVersion.valid_from <= on,
                or_(MunicipalityVersion.valid_to.is_(None), MunicipalityVersion.valid_to >= on),
            )
            .options(
                contains_eager(MunicipalityVersion.organisation).selectinload(
                    Organisation.populations
                )
            )
            .order_by(MunicipalityVersion.number)
        )
    )


def version_on(organisation_: Organisation, on: date) -> MunicipalityVersion | None:
    """Give a kommune's version on a date; the organisation must have its versions loaded."""
    for version in organisation_.versions:
        if version.valid_from <= on and (version.valid_to is None or version.valid_to >= on):
            return version
    return None


def inhabitants_of(organisation_: Organisation, year: int) -> int | None:
    """Give the inhabitants on 1 January of a year, or of the last year known before it."""
    known: list[Population] = [one for one in organisation_.populations if one.year <= year]
    return known[-1].inhabitants if known else None


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


_ALPHABET = str.maketrans({"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|", "á": "a", "é": "e"})


def norwegian(text: str) -> str:
    """Give a sort key that puts æ, ø, å last, in that order, and æ before ø before å."""
    return text.casefold().translate(_ALPHABET)
