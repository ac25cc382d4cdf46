"""The rates of a scheme: read, and set by an administrator."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts import audit
from accounts.models import Person, Role
from criteria.interest import HIGHEST, InterestRefusal
from decisions.rights import require_role, require_words
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from grants.models import Scheme
from payments.interest.models import InterestRate


def rates_of(scheme_id: int) -> Sequence[InterestRate]:
    """List a scheme's rates, the one that holds last first, with who set each."""
    return db.session.scalars(
        select(InterestRate)
        .where(InterestRate.scheme_id == scheme_id)
        .order_by(InterestRate.from_on.desc())
        .options(joinedload(InterestRate.set_by))
    ).all()


def source_on(scheme_id: int, day: date) -> str | None:
    """Give the rule that what is due on a day bears interest by when it is late; None: by no rule."""
    holds = next((one for one in rates_of(scheme_id) if one.from_on <= day), None)
    return holds.source if holds and holds.basis_points else None


def set_rate(
    scheme: Scheme, basis_points: int, *, from_on: date, source: str, by: Person, at: datetime
) -> InterestRate:
    """Set the rate that holds from a day on. It never reaches back: claims bear what was told.

    Raises RuleBrokenError: no administrator, no source, too high, from a day that is over, a rate from
    that day already.
    """
    with transaction():
        require_role(by, Role.ADMINISTRATOR)
        held = locked(scheme)
        words = require_words(source)
        if not 0 <= basis_points <= HIGHEST:
            raise RuleBrokenError(InterestRefusal.TOO_HIGH)
        if from_on < clock.in_oslo(at).date():
            raise RuleBrokenError(InterestRefusal.FROM_PASSED)
        if any(one.from_on == from_on for one in rates_of(held.id)):
            raise RuleBrokenError(InterestRefusal.SAME_DAY)
        made = InterestRate(
            scheme_id=held.id, from_on=from_on, basis_points=basis_points, source=words[:300],
            set_at=at, set_by_id=by.id,
        )  # fmt: skip
        db.session.add(made)
        audit.record(
            "interest.set", subject=f"scheme:{held.id}", by=by, at=at,
            basis_points=basis_points, from_on=from_on.isoformat(), source=words,
        )  # fmt: skip
    return made
