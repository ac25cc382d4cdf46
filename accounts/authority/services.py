"""Giving an authority for amounts, and taking it back."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts import audit
from accounts.authority.models import Authority
from accounts.authority.queries import hold, kinds_for, limit_on_day, roles_now
from accounts.leading.queries import leader_of
from accounts.models import Person, Role
from criteria.authority import AuthorityKind, Giver, GivingRefusal, may_give
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from foundation.saying import says_something


@dataclass(frozen=True, slots=True)
class NewAuthority:
    """What is given: an amount in øre, from a day to a last day if there is one. None: nothing any more."""

    kind: AuthorityKind
    amount: Ore | None
    from_on: date
    to_on: date | None
    reason: str


def give(person: Person, new: NewAuthority, *, by: Person | None, at: datetime) -> Authority:
    """Give a person an authority, or take it back. What was given before stays in the history.

    `by=None` is whoever sets up the installation. Raises RuleBrokenError(GivingRefusal): oneself, not the
    person's leader, more than the leader has, a role that cannot use it, days in the past or the wrong way.
    """
    with transaction():
        hold(person.id, by.id if by else person.id)
        refused = _refusal(person, new, by, at)
        if refused is not None:
            raise RuleBrokenError(refused, name=person.name)
        line = Authority(
            person_id=person.id,
            kind=new.kind,
            amount=new.amount,
            from_on=new.from_on,
            to_on=new.to_on,
            reason=new.reason.strip(),
            given_at=at,
            given_by_id=by.id if by else None,
        )
        db.session.add(line)
        audit.record(
            "authority.given" if new.amount is not None else "authority.taken_back",
            subject=f"person:{person.id}", by=by, at=at, kind=new.kind.value, amount=new.amount,
            from_on=new.from_on.isoformat(), to_on=new.to_on.isoformat() if new.to_on else None,
        )  # fmt: skip
    return line


def _refusal(
    person: Person, new: NewAuthority, by: Person | None, at: datetime
) -> GivingRefusal | None:
    today = clock.in_oslo(at).date()
    checks = (
        (GivingRefusal.IN_THE_PAST, new.from_on < today),
        (
            GivingRefusal.ENDS_BEFORE_IT_BEGINS,
            new.to_on is not None and new.to_on < new.from_on,
        ),
        (GivingRefusal.REASON_MISSING, not says_something(new.reason)),
        (
            GivingRefusal.ROLE_LACKS_IT,
            new.amount is not None and new.kind not in kinds_for(person.id),
        ),
        (
            GivingRefusal.NOTHING_TO_TAKE,
            new.amount is None and limit_on_day(person.id, new.kind, new.from_on) is None,
        ),
    )
    found = next((refusal for refusal, is_so in checks if is_so), None)
    if found is not None or by is None:
        return found
    roles = roles_now(by.id)
    giver = Giver(
        person=by.id,
        is_administrator=Role.ADMINISTRATOR in roles,
        leads=Role.DECISION_MAKER in roles and leader_of(person.id, today) == by.id,
        limit=limit_on_day(by.id, new.kind, new.from_on),
    )
    return may_give(giver, person.id, new.amount)
