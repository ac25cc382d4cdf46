"""Reading where a grant is paid, and what is about to change it."""

from collections.abc import Collection

from sqlalchemy import and_, func, literal, select
from sqlalchemy.orm import joinedload

from accounts.models import Membership, Role
from applications.models import Partner, PartnerRole
from applications.queries import any_application
from applications.succession.queries import heirs_among
from criteria.accountchange import USUAL_DAYS
from decisions.accountchange.models import AccountChange, AccountWait
from decisions.models import Acceptance, Decision
from foundation.database import db
from foundation.errors import NotFoundError

_WITH_PERSONS = (
    joinedload(AccountChange.asked_by),
    joinedload(AccountChange.confirmed_by),
    joinedload(AccountChange.ended_by),
)
_LED = and_(
    Partner.application_id == AccountChange.application_id, Partner.role == PartnerRole.LEAD
)
_PAYEE = func.coalesce(AccountChange.organisation_id, Partner.organisation_id)
"""Whose account a change is about: a successor's own, else the lead's."""
_OPEN = (AccountChange.done_at.is_(None), AccountChange.ended_at.is_(None))


def change(change_id: int) -> AccountChange:
    """Find a change with its persons and its case, whole. Raises NotFoundError."""
    found = db.session.scalars(
        select(AccountChange)
        .where(AccountChange.id == change_id)
        .options(joinedload(AccountChange.application), *_WITH_PERSONS)
    ).first()
    if found is None:
        raise NotFoundError
    any_application(found.application_id)
    return found


def changes_of(application_id: int, payee: int | None = None) -> list[AccountChange]:
    """List all changes of a case with their persons, the newest first; of one payee where it is told."""
    wanted = (
        select(AccountChange)
        .where(AccountChange.application_id == application_id)
        .options(*_WITH_PERSONS)
        .order_by(AccountChange.id.desc())
    )
    if payee is not None:
        wanted = wanted.join(Partner, _LED).where(_PAYEE.in_([payee]))
    return list(db.session.scalars(wanted))


def open_change(application_id: int, payee: int | None = None) -> AccountChange | None:
    """Give the change that may still come to hold of where one is paid; `payee` None: the lead."""
    whose = Partner.organisation_id if payee is None else literal(payee)
    return db.session.scalars(
        select(AccountChange)
        .join(Partner, _LED)
        .where(AccountChange.application_id == application_id, whose == _PAYEE, *_OPEN)
        .options(*_WITH_PERSONS)
    ).first()


def changing_among(applications: Collection[int]) -> frozenset[tuple[int, int]]:
    """Give whose account is being changed in some cases: the case, and who is paid."""
    rows = db.session.execute(
        select(AccountChange.application_id, _PAYEE)
        .join(Partner, _LED)
        .where(AccountChange.application_id.in_(applications), *_OPEN)
    )
    return frozenset((case, int(payee)) for case, payee in rows)


def latest_among(applications: Collection[int]) -> dict[tuple[int, int], AccountChange]:
    """Give the change that is open or was done last, by the case and who is paid; others are not in it."""
    rows = db.session.execute(
        select(AccountChange, _PAYEE)
        .join(Partner, _LED)
        .where(AccountChange.application_id.in_(applications), AccountChange.ended_at.is_(None))
        .order_by(AccountChange.id)
    )
    return {(one.application_id, int(payee)): one for one, payee in rows}


def changed_accounts(applications: Collection[int]) -> dict[int, str]:
    """Give the account of the last change done in each of some cases; those without one are not in it.

    A successor's own account is not among them (`payee_accounts`).
    """
    rows = db.session.execute(
        select(AccountChange.application_id, AccountChange.new_account)
        .where(
            AccountChange.application_id.in_(applications),
            AccountChange.organisation_id.is_(None),
            AccountChange.done_at.is_not(None),
        )
        .order_by(AccountChange.id)
    )
    return dict(rows.all())


def account_of(application_id: int, organisation_id: int | None = None) -> str | None:
    """Give the account that a case is paid to now: of the last change done, or of the lead's yes.

    Of a case that was passed on: the account that the lead, or another of the successors, has given itself;
    None until it has.
    """
    payee = organisation_id or leads_among([application_id]).get(application_id, 0)
    own = own_accounts([application_id])
    if (application_id, payee) in own:
        return own[application_id, payee]
    return accounts_of([application_id]).get(application_id)


def own_accounts(applications: Collection[int]) -> dict[tuple[int, int], str | None]:
    """Give each successor's own account in some cases, by case and successor; None: it has given none yet.

    Nobody else is in it. One query where nothing was passed on.
    """
    heirs = heirs_among(applications)
    found: dict[tuple[int, int], str | None] = {
        (case, one): None for case, those in heirs.items() for one in those
    }
    if not found:
        return found
    rows = db.session.execute(
        select(
            AccountChange.application_id, AccountChange.organisation_id, AccountChange.new_account
        )
        .where(AccountChange.application_id.in_(heirs), AccountChange.done_at.is_not(None))
        .order_by(AccountChange.id)
    )
    given: dict[tuple[int, int], str | None] = {
        (case, organisation or 0): account for case, organisation, account in rows
    }
    return {key: given.get(key) for key in found}


def leads_among(applications: Collection[int]) -> dict[int, int]:
    """Give the leads of some cases, by their ids."""
    rows = db.session.execute(
        select(Partner.application_id, Partner.organisation_id).where(
            Partner.application_id.in_(applications), Partner.role == PartnerRole.LEAD
        )
    )
    return dict(rows.all())


def accounts_of(applications: Collection[int]) -> dict[int, str]:
    """Give the accounts that cases were accepted with, or changed to by their leads since.

    A case with no yes is not in it. Of a case that was passed on it is the former lead's.
    """
    accepted = db.session.execute(
        select(Decision.application_id, Acceptance.account_number)
        .join(Decision, Decision.id == Acceptance.decision_id)
        .where(
            Decision.application_id.in_(applications),
            Acceptance.accepted.is_(True),
            Acceptance.account_number.is_not(None),
        )
        .order_by(Decision.number)
    )
    return {case: str(account) for case, account in accepted} | changed_accounts(applications)


def wait_of(scheme_id: int) -> AccountWait | None:
    """Give what a scheme has set, with who set it; None: it waits as long as usual."""
    return db.session.scalars(
        select(AccountWait)
        .where(AccountWait.scheme_id == scheme_id)
        .options(joinedload(AccountWait.set_by))
    ).first()


def days_of(scheme_id: int) -> int:
    """Give how many whole days a scheme waits."""
    found = wait_of(scheme_id)
    return found.days if found else USUAL_DAYS


def acts_now(person_id: int, organisation_id: int, *roles: Role) -> bool:
    """Tell whether a person holds one of some roles in an organisation now, whatever the page loaded."""
    return bool(
        db.session.scalars(
            select(Membership.id).where(
                Membership.person_id == person_id,
                Membership.organisation_id == organisation_id,
                Membership.role.in_(roles),
                Membership.ended_at.is_(None),
            )
        ).first()
    )


def holds_role(person_id: int, role: Role) -> bool:
    """Tell whether a person holds a role of the office now."""
    return bool(
        db.session.scalars(
            select(Membership.id).where(
                Membership.person_id == person_id,
                Membership.role == role,
                Membership.ended_at.is_(None),
            )
        ).first()
    )
