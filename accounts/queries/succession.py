"""Which kommuner another has taken over, by the register's changes."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import aliased

from accounts.models import MunicipalityChange, MunicipalityVersion
from foundation.database import db


@lru_cache(maxsize=1)
def took_over(on: date) -> Select[int, int]:
    """Select (organisation_id, successor_id) for each kommune that another had taken over by a day.

    Put together once a day: every page of a case asks it.
    """
    return _passed(aliased(MunicipalityVersion), on)


def ended_by(on: date) -> Select[int, int, date]:
    """Select (organisation_id, successor_id, changed_on) for each kommune that was no more on a day.

    A kommune that gave some of itself away and went on is not among them.
    """
    old, goes_on = aliased(MunicipalityVersion), aliased(MunicipalityVersion)
    return (
        _passed(old, on)
        .add_columns(MunicipalityChange.changed_on.label("changed_on"))
        .where(
            ~exists().where(
                goes_on.organisation_id == old.organisation_id,
                or_(goes_on.valid_to.is_(None), goes_on.valid_to >= MunicipalityChange.changed_on),
            )
        )
        .distinct()
    )


def _passed(old: type[MunicipalityVersion], on: date) -> Select[int, int]:
    """Select (organisation_id, successor_id) for each change of the register that came by a day."""
    new = aliased(MunicipalityVersion)
    return (
        select(
            old.organisation_id.label("organisation_id"), new.organisation_id.label("successor_id")
        )
        .join(MunicipalityChange, MunicipalityChange.old_number == old.number)
        .join(new, new.number == MunicipalityChange.new_number)
        .where(
            old.organisation_id != new.organisation_id,
            old.valid_from < MunicipalityChange.changed_on,
            new.valid_from == MunicipalityChange.changed_on,
            MunicipalityChange.changed_on <= on,
        )
    )


def successors_of(organisations: Collection[int], on: date) -> defaultdict[int, frozenset[int]]:
    """Give those that had taken over each of some organisations by a day."""
    rows = took_over(on).subquery()
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for organisation, successor in db.session.execute(
        select(rows.c.organisation_id, rows.c.successor_id).where(
            rows.c.organisation_id.in_(organisations)
        )
    ):
        found[organisation] |= {successor}
    return found
