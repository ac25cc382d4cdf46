"""All that is said and ruled of a person in a case, or in all cases, with names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from applications.models import Application
from assessments.impartiality.models import Objection, Ruling
from assessments.models import Declaration
from foundation.database import db


@dataclass(frozen=True, slots=True)
class History:
    """Declarations, objections and rulings, each the newest first."""

    declarations: Sequence[Declaration]
    objections: Sequence[Objection]
    rulings: Sequence[Ruling]


def history_of(person_id: int, application_id: int) -> History:
    """Give all that is said and ruled of a person in a case. Three queries."""
    return History(
        declarations=db.session.scalars(
            _of(Declaration, person_id, application_id).order_by(Declaration.id.desc())
        ).all(),
        objections=db.session.scalars(
            _of(Objection, person_id, application_id)
            .options(joinedload(Objection.organisation), joinedload(Objection.recorded_by))
            .order_by(Objection.id.desc())
        ).all(),
        rulings=db.session.scalars(
            _of(Ruling, person_id, application_id)
            .options(joinedload(Ruling.ruled_by), joinedload(Ruling.substitute))
            .order_by(Ruling.id.desc())
        ).all(),
    )


def _of(
    model: type[Declaration | Objection | Ruling], person_id: int, application_id: int
) -> Select[Any]:
    return select(model).where(
        model.person_id == person_id, model.application_id == application_id
    )


def every_declaration() -> list[tuple[Declaration, Application]]:
    """List every declaration there is with person and case, in the order they were made."""
    rows = db.session.execute(
        select(Declaration, Application)
        .join(Application, Application.id == Declaration.application_id)
        .options(joinedload(Declaration.person))
        .order_by(Declaration.id)
    )
    return [(one, case) for one, case in rows]


def every_objection() -> list[tuple[Objection, Application]]:
    """List every objection there is with persons, party and case, in the order they came."""
    rows = db.session.execute(
        select(Objection, Application)
        .join(Application, Application.id == Objection.application_id)
        .options(
            joinedload(Objection.person),
            joinedload(Objection.organisation),
            joinedload(Objection.recorded_by),
        )
        .order_by(Objection.id)
    )
    return [(one, case) for one, case in rows]


def every_ruling() -> list[tuple[Ruling, Application]]:
    """List every ruling there is with persons and case, in the order they were given."""
    rows = db.session.execute(
        select(Ruling, Application)
        .join(Application, Application.id == Ruling.application_id)
        .options(
            joinedload(Ruling.person), joinedload(Ruling.ruled_by), joinedload(Ruling.substitute)
        )
        .order_by(Ruling.id)
    )
    return [(one, case) for one, case in rows]
