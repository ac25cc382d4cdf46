"""Checks of what is entrusted to persons: authorities for amounts, and the account a grant is paid to."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import func, select

from accounts.authority.models import Authority
from accounts.models import AuditEntry
from applications.models import Partner, PartnerRole
from decisions.accountchange.models import AccountChange
from decisions.accountchange.queries import own_accounts
from decisions.models import Acceptance, Decision
from foundation.database import db
from payments.models import Instalment

_GIVING = ("authority.given", "authority.taken_back")
_Line = tuple[str, str, int | None, str, str | None]


def wrong_authorities() -> Iterator[str]:
    """Name authorities that are not as the trail says they were given, and those that are gone."""
    kept = Counter(_kept())
    told = Counter(_told())
    for person, kind, amount, from_on, _to in sorted((kept - told).elements(), key=str):
        yield f"{person} has authority to {kind} {amount} øre from {from_on} that nobody gave"
    for person, kind, amount, from_on, _to in sorted((told - kept).elements(), key=str):
        yield f"{person} was given authority to {kind} {amount} øre from {from_on} that is gone"


def wrong_accounts() -> Iterator[str]:
    """Name instalments that wait for payment to another account than the one their case has."""
    accepted = db.session.execute(
        select(Decision.application_id, Acceptance.account_number)
        .join(Decision, Decision.id == Acceptance.decision_id)
        .where(Acceptance.accepted.is_(True))
        .order_by(Decision.number)
    )
    changed = db.session.execute(
        select(AccountChange.application_id, AccountChange.new_account)
        .where(AccountChange.done_at.is_not(None), AccountChange.organisation_id.is_(None))
        .order_by(AccountChange.id)
    )
    accounts = dict((*accepted, *changed))
    waiting = db.session.execute(
        select(
            Instalment.id,
            Instalment.application_id,
            func.coalesce(Instalment.organisation_id, Partner.organisation_id),
            Instalment.account_number,
        )
        .join(
            Partner,
            (Partner.application_id == Instalment.application_id)
            & (Partner.role == PartnerRole.LEAD),
        )
        .where(Instalment.authorised_at.is_(None))
        .order_by(Instalment.id)
    ).all()
    own = own_accounts({case for _number, case, _payee, _account in waiting})
    for number, case, payee, account in waiting:
        agreed = own.get((case, payee)) or accounts.get(case, account)
        if account != agreed:
            yield f"instalment {number} waits for payment to another account than its case has"


def _kept() -> Iterator[_Line]:
    for one in db.session.scalars(select(Authority)):
        to_on = one.to_on.isoformat() if one.to_on else None
        person = f"person:{one.person_id}"
        yield person, one.kind.value, one.amount, one.from_on.isoformat(), to_on


def _told() -> Iterator[_Line]:
    rows = db.session.execute(
        select(AuditEntry.subject, AuditEntry.detail).where(AuditEntry.act.in_(_GIVING))
    )
    for person, detail in rows:
        yield person, detail["kind"], detail["amount"], detail["from_on"], detail["to_on"]
