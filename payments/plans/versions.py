"""Writing down how a case's grant is to be paid, and reading it. Written inside acts that change a plan."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from accounts.models import Person
from criteria.instalments import Trigger
from foundation.columns import JsonValue
from foundation.database import db
from foundation.money import Ore
from payments.models import Instalment
from payments.plans.kinds import PlanOrigin
from payments.plans.models import PlanVersion


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A part of a grant as it stood in a version of its plan."""

    instalment: int
    number: int
    year: int
    amount: Ore
    trigger: Trigger
    report_year: int | None
    due_on: date | None
    paid: bool
    point_name: str | None = None
    """What the stage gate that it waited for was called then."""


def keep_version(
    application_id: int,
    origin: PlanOrigin,
    *,
    by: Person | None,
    at: datetime,
    reason: str = "",
) -> PlanVersion:
    """Write down the plan as the instalments are now, as the case's next version. Needs the case held."""
    db.session.flush()  # instalments that are new get their ids
    parts = db.session.scalars(
        select(Instalment)
        .where(Instalment.application_id == application_id, Instalment.amount > 0)
        .order_by(Instalment.decision_id, Instalment.number)
        .options(joinedload(Instalment.stage_gate))
    )
    made = PlanVersion(
        application_id=application_id,
        number=last_number(application_id) + 1,
        origin=origin,
        reason=reason,
        content=JsonValue(parts=[_written(one) for one in parts]),
        made_at=at,
        made_by_id=by.id if by else None,
    )
    db.session.add(made)
    db.session.flush()
    return made


def last_number(application_id: int) -> int:
    """Give the number of a case's last version; 0 where it has no plan."""
    last = select(func.max(PlanVersion.number)).where(PlanVersion.application_id == application_id)
    return db.session.scalar(last) or 0


def versions_of(application_id: int) -> Sequence[PlanVersion]:
    """List a case's versions, the last first, with who made each."""
    return db.session.scalars(
        select(PlanVersion)
        .where(PlanVersion.application_id == application_id)
        .order_by(PlanVersion.number.desc())
        .options(joinedload(PlanVersion.made_by))
    ).all()


def parts_of(version: PlanVersion) -> list[KeptPart]:
    """Read the parts of a version, in their order."""
    return [_read(one) for one in version.content["parts"]]


def total_of(parts: Iterable[KeptPart]) -> Ore:
    """Add parts up."""
    return Ore(sum(one.amount for one in parts))


def _written(one: Instalment) -> dict[str, Any]:
    kept = KeptPart(
        instalment=one.id,
        number=one.number,
        year=one.year,
        amount=one.amount,
        trigger=one.trigger,
        report_year=one.report_year,
        due_on=one.due_on,
        paid=one.entry_id is not None,
        point_name=one.point_name,
    )
    day = kept.due_on.isoformat() if kept.due_on else None
    return asdict(kept) | {"trigger": kept.trigger.value, "due_on": day}


def _read(kept: dict[str, Any]) -> KeptPart:
    day = date.fromisoformat(kept["due_on"]) if kept["due_on"] else None
    return KeptPart(
        **(
            kept
            | {"amount": Ore(kept["amount"]), "trigger": Trigger(kept["trigger"]), "due_on": day}
        )
    )
