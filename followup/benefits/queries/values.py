"""Reading what is recorded of indicators. What holds is the highest revision of each place."""

from collections.abc import Collection

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from accounts.models import Person
from applications.queries.one import ACTS_FOR
from criteria.benefitwords import ValueKind
from followup.benefits.models import Measurement, ProjectBenefit, ProjectIndicator
from followup.benefits.queries.handing import received
from foundation.database import db
from foundation.errors import NotFoundError


def value_of(person: Person, value_id: int) -> Measurement:
    """Find a value of the person's own kommune, or of what it has taken over. Raises NotFoundError.

    Its indicator and benefit are loaded.
    """
    found = db.session.scalars(
        select(Measurement)
        .join(Measurement.indicator)
        .join(ProjectIndicator.benefit)
        .where(
            Measurement.id == value_id,
            or_(
                Measurement.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
                received(person, Measurement.organisation_id),
            ),
        )
        .options(
            joinedload(Measurement.organisation),
            joinedload(Measurement.indicator)
            .joinedload(ProjectIndicator.benefit)
            .joinedload(ProjectBenefit.application),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def values_in(
    application_id: int, organisations: Collection[int] | None = None
) -> list[Measurement]:
    """List the values that hold in a project, by kommune, day and number; None: of every kommune."""
    return values_of([application_id], organisations)


def values_of(
    applications: Collection[int], organisations: Collection[int] | None = None
) -> list[Measurement]:
    """List the values that hold in several projects, as `values_in` does for one."""
    statement = (
        holding()
        .join(Measurement.indicator)
        .join(ProjectIndicator.benefit)
        .where(ProjectBenefit.application_id.in_(applications))
        .order_by(Measurement.organisation_id, Measurement.valid_on, Measurement.id)
    )
    if organisations is not None:
        statement = statement.where(Measurement.organisation_id.in_(organisations))
    return list(db.session.scalars(statement))


def history_of(indicator_id: int, organisation_id: int) -> list[Measurement]:
    """List all that was recorded of an indicator in a kommune, the newest first, with who did."""
    return list(
        db.session.scalars(
            select(Measurement)
            .where(
                Measurement.project_indicator_id == indicator_id,
                Measurement.organisation_id == organisation_id,
            )
            .options(joinedload(Measurement.recorded_by))
            .order_by(Measurement.id.desc())
        )
    )


def holding() -> Select[Measurement]:
    """Ask for the values that hold: the highest revision of each place, if it is not a withdrawal."""
    newer = aliased(Measurement)
    return select(Measurement).where(
        Measurement.value.is_not(None),
        ~exists().where(
            newer.project_indicator_id == Measurement.project_indicator_id,
            newer.organisation_id == Measurement.organisation_id,
            newer.kind == Measurement.kind,
            newer.place == Measurement.place,
            newer.revision > Measurement.revision,
        ),
    )


def last_place(indicator_id: int, organisation_id: int) -> int:
    """Give the number of the last measurement of an indicator in a kommune, withdrawn or not; 0 for none."""
    found = db.session.scalar(
        select(func.max(Measurement.place)).where(
            Measurement.project_indicator_id == indicator_id,
            Measurement.organisation_id == organisation_id,
            Measurement.kind == ValueKind.MEASURED,
        )
    )
    return found or 0


def last_revision(value: Measurement) -> int:
    """Give the highest revision of a value's place."""
    return db.session.scalars(
        select(func.max(Measurement.revision)).where(
            Measurement.project_indicator_id == value.project_indicator_id,
            Measurement.organisation_id == value.organisation_id,
            Measurement.kind == value.kind,
            Measurement.place == value.place,
        )
    ).one()


def values_for(indicator_id: int, organisation_id: int) -> list[Measurement]:
    """List the values that hold of an indicator in a kommune, by day."""
    return list(
        db.session.scalars(
            holding()
            .where(
                Measurement.project_indicator_id == indicator_id,
                Measurement.organisation_id == organisation_id,
            )
            .order_by(Measurement.valid_on, Measurement.id)
        )
    )
