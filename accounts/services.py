"""Acts on persons: sign in and out, roles, and researchers' keys."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from accounts import audit, passwords, queries, sessions
from accounts.models import Membership, Organisation, OrganisationKind, Person, Role, SignIn, Token
from accounts.words import PersonRefusal, SignInRefusal
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError

GUESSES = 5
LOCKED_FOR = timedelta(minutes=15)
LONGEST_KEY = timedelta(days=366)

_APPLICANTS = frozenset(OrganisationKind) - {OrganisationKind.AGENCY, OrganisationKind.RESEARCH}
FITTING_KINDS: dict[Role, frozenset[OrganisationKind]] = {
    Role.EDITOR: _APPLICANTS,
    Role.SIGNATORY: _APPLICANTS,
    Role.RESEARCHER: frozenset({OrganisationKind.RESEARCH}),
} | {
    role: frozenset({OrganisationKind.AGENCY})
    for role in (
        Role.CASE_OFFICER,
        Role.DECISION_MAKER,
        Role.CONTROLLER,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
    )
}


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What is known of a person who gets an account."""

    name: str
    email: str
    password: str
    locale: str = "nb"


def sign_in(*, email: str, password: str, at: datetime) -> str:
    """Sign a person in and give the session's token. Raises RuleBrokenError(SignInRefusal).

    After GUESSES wrong passwords the account is locked for LOCKED_FOR, also against the right one.
    """
    refusal: RuleBrokenError | None = None
    token = sessions.new_token()
    with transaction():
        person = queries.person_by_email(email)
        if person is not None:
            locked(person)
        refusal = _sign_in_refusal(person, password, at)
        if person is not None and refusal is None:
            person.failed_sign_ins = 0
            person.locked_until = None
            db.session.add(
                SignIn(
                    person_id=person.id,
                    token_hash=sessions.hash_of(token),
                    signed_in_at=at,
                    seen_at=at,
                )
            )
            audit.record("person.signed_in", subject=f"person:{person.id}", by=person, at=at)
    if refusal is not None:
        raise refusal
    return token


def _sign_in_refusal(person: Person | None, password: str, at: datetime) -> RuleBrokenError | None:
    if person is not None and person.locked_until is not None and person.locked_until > at:
        until = clock.in_oslo(person.locked_until).strftime("%H:%M")
        return RuleBrokenError(SignInRefusal.LOCKED, until=until)
    right = passwords.fits(password, person.password_hash if person else None)
    if person is None or not person.is_active:
        return RuleBrokenError(SignInRefusal.WRONG)
    if right:
        return None
    person.failed_sign_ins += 1
    if person.failed_sign_ins >= GUESSES:
        person.failed_sign_ins = 0
        person.locked_until = at + LOCKED_FOR
        audit.record("person.locked_out", subject=f"person:{person.id}", by=None, at=at)
    return RuleBrokenError(SignInRefusal.WRONG)


def sign_out(session: SignIn, *, by: Person, at: datetime) -> None:
    """End a session; its token opens nothing any more."""
    with transaction():
        session.ended_at = at
        audit.record("person.signed_out", subject=f"person:{by.id}", by=by, at=at)


def see(session: SignIn, *, at: datetime) -> None:
    """Note that a session is in use, so that it does not end from being left alone."""
    with transaction():
        session.seen_at = at


def register_person(new: NewPerson, *, by: Person | None, at: datetime) -> Person:
    """Give a person an account. Raises RuleBrokenError when the address is taken."""
    with transaction():
        if queries.person_by_email(new.email) is not None:
            raise RuleBrokenError(PersonRefusal.EMAIL_TAKEN)
        person = Person(
            name=new.name.strip(),
            email=new.email.strip().lower(),
            locale=new.locale,
            password_hash=passwords.hashed(new.password),
            created_at=at,
        )
        db.session.add(person)
        db.session.flush()  # the audit entry names the person by id
        audit.record("person.registered", subject=f"person:{person.id}", by=by, at=at)
    return person


def give_role(
    person: Person, organisation: Organisation, role: Role, *, by: Person | None, at: datetime
) -> Membership:
    """Give a person a role in an organisation. Nobody changes their own roles."""
    with transaction():
        if by is not None and by.id == person.id:
            raise RuleBrokenError(PersonRefusal.OWN_ROLE)
        if organisation.kind not in FITTING_KINDS[role]:
            raise RuleBrokenError(PersonRefusal.ROLE_DOES_NOT_FIT)
        living = db.session.scalars(
            select(Membership).where(
                Membership.person_id == person.id,
                Membership.organisation_id == organisation.id,
                Membership.role == role,
                Membership.ended_at.is_(None),
            )
        ).first()
        if living is not None:
            raise RuleBrokenError(PersonRefusal.ALREADY_MEMBER)
        membership = Membership(
            person_id=person.id,
            organisation_id=organisation.id,
            role=role,
            given_at=at,
            given_by_id=by.id if by else None,
        )
        db.session.add(membership)
        audit.record(
            "person.role_given",
            subject=f"person:{person.id}",
            by=by,
            at=at,
            role=role.value,
            organisation=organisation.code,
        )
    return membership


def end_role(membership: Membership, *, by: Person, at: datetime) -> None:
    """Take a role from a person; the row stays with its end."""
    with transaction():
        if by.id == membership.person_id:
            raise RuleBrokenError(PersonRefusal.OWN_ROLE)
        locked(membership)
        if membership.ended_at is None:
            membership.ended_at = at
            audit.record(
                "person.role_ended",
                subject=f"person:{membership.person_id}",
                by=by,
                at=at,
                role=membership.role.value,
                organisation=membership.organisation_id,
            )


def deactivate_person(person: Person, *, by: Person, at: datetime) -> None:
    """Close an account. The person's acts stay the person's."""
    with transaction():
        if by.id == person.id:
            raise RuleBrokenError(PersonRefusal.OWN_ROLE)
        locked(person).deactivated_at = at
        for session in db.session.scalars(
            select(SignIn).where(SignIn.person_id == person.id, SignIn.ended_at.is_(None))
        ):
            session.ended_at = at
        audit.record("person.deactivated", subject=f"person:{person.id}", by=by, at=at)


def choose_language(person: Person, locale: str, *, at: datetime) -> None:
    """Let a person choose bokmål (`nb`) or nynorsk (`nn`) for the pages."""
    with transaction():
        locked(person).locale = locale
        audit.record(
            "person.language_chosen",
            subject=f"person:{person.id}",
            by=person,
            at=at,
            locale=locale,
        )


def change_password(person: Person, password: str, *, by: Person, at: datetime) -> None:
    """Set a new password and end all the person's sessions."""
    with transaction():
        locked(person).password_hash = passwords.hashed(password)
        for session in db.session.scalars(
            select(SignIn).where(SignIn.person_id == person.id, SignIn.ended_at.is_(None))
        ):
            session.ended_at = at
        audit.record("person.password_changed", subject=f"person:{person.id}", by=by, at=at)


def issue_token(person: Person, *, purpose: str, expires_on: date, by: Person, at: datetime) -> str:
    """Give a researcher a key to the statistics. It is shown once; only its hash is kept."""
    token = sessions.new_token()
    with transaction():
        if expires_on > (clock.in_oslo(at) + LONGEST_KEY).date():
            raise RuleBrokenError(PersonRefusal.KEY_LASTS_TOO_LONG)
        db.session.add(
            Token(
                person_id=person.id,
                token_hash=sessions.hash_of(token),
                purpose=purpose.strip(),
                created_at=at,
                created_by_id=by.id,
                expires_on=expires_on,
            )
        )
        audit.record(
            "token.issued",
            subject=f"person:{person.id}",
            by=by,
            at=at,
            purpose=purpose.strip(),
            expires_on=expires_on.isoformat(),
        )
    return token


def revoke_token(token: Token, *, by: Person, at: datetime) -> None:
    """Close a researcher's key."""
    with transaction():
        if locked(token).revoked_at is None:
            token.revoked_at = at
            audit.record("token.revoked", subject=f"person:{token.person_id}", by=by, at=at)
