"""Reading where a grant is paid, and what is about to change it."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Membership, Role
from applications.queries import any_application
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


def changes_of(application_id: int) -> list[AccountChange]:
    """List all changes of a case with their persons, the newest first."""
    return list(
        db.session.scalars(
            select(AccountChange)
            .where(AccountChange.application_id == application_id)
            .options(*_WITH_PERSONS)
            .order_by(AccountChange.id.desc())
        )
    )


def open_change(application_id: int) -> AccountChange | None:
    """Give the change of a case that may still come to hold."""
    return db.session.scalars(
        select(AccountChange)
        .where(AccountChange.application_id == application_id, *_OPEN)
        .options(*_WITH_PERSONS)
    ).first()


def changing_among(applications: Collection[int]) -> frozenset[int]:
    """Give those of some cases in which a change of account is not settled."""
    return frozenset(
        db.session.scalars(
            select(AccountChange.application_id).where(
                AccountChange.application_id.in_(applications), *_OPEN
            )
        )
    )


def latest_among(applications: Collection[int]) -> dict[int, AccountChange]:
    """Give the change that is open or was done last in each of some cases; others are not in it."""
    found: Sequence[AccountChange] = db.session.scalars(
        select(AccountChange)
        .where(AccountChange.application_id.in_(applications), AccountChange.ended_at.is_(None))
        .order_by(AccountChange.id)
    ).all()
    return {one.application_id: one for one in found}


def changed_accounts(applications: Collection[int]) -> dict[int, str]:
    """Give the account of the last change done in each of some cases; those without one are not in it."""
    rows = db.session.execute(
        select(AccountChange.application_id, AccountChange.new_account)
        .where(
            AccountChange.application_id.in_(applications), AccountChange.done_at.is_not(None)
        )
        .order_by(AccountChange.id)
    )
    return dict(rows.all())


def account_of(application_id: int) -> str | None:
    """Give the account that a case is paid to now: of the last change done, or of the lead's yes."""
    changed = db.session.scalars(
        select(AccountChange.new_account)
        .where(AccountChange.application_id == application_id, AccountChange.done_at.is_not(None))
        .order_by(AccountChange.id.desc())
    ).first()
    return changed or accepted_account(application_id)


def accounts_of(applications: Collection[int]) -> dict[int, str]:
    """Give the accounts that cases are paid to now, as `account_of`; a case with no yes is not in it."""
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


def accepted_account(application_id: int) -> str | None:
    """Give the account of the lead's yes to the newest decision that has one."""
    return db.session.scalars(
        select(Acceptance.account_number)
        .join(Decision, Decision.id == Acceptance.decision_id)
        .where(Decision.application_id == application_id, Acceptance.accepted.is_(True))
        .order_by(Decision.number.desc())
    ).first()


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
