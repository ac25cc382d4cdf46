"""Reading the catalogue of benefits."""

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased, selectinload

from followup.benefits.models import CataloguedBenefit, Effect
from foundation.database import db
from foundation.errors import NotFoundError


def catalogue() -> list[CataloguedBenefit]:
    """List the versions that hold, whole, in the scheme's own order. Three queries."""
    newer = aliased(CataloguedBenefit)
    return list(
        db.session.scalars(
            select(CataloguedBenefit)
            .where(
                ~exists().where(
                    newer.code == CataloguedBenefit.code, newer.version > CataloguedBenefit.version
                )
            )
            .options(
                selectinload(CataloguedBenefit.indicators), selectinload(CataloguedBenefit.points)
            )
            .order_by(CataloguedBenefit.rank, CataloguedBenefit.code)
        )
    )


def versions_of(code: str) -> list[CataloguedBenefit]:
    """List the versions of a benefit, whole, the newest first. Raises NotFoundError where there is none."""
    found = list(
        db.session.scalars(
            select(CataloguedBenefit)
            .where(CataloguedBenefit.code == code)
            .options(
                selectinload(CataloguedBenefit.indicators), selectinload(CataloguedBenefit.points)
            )
            .order_by(CataloguedBenefit.version.desc())
        )
    )
    if not found:
        raise NotFoundError
    return found


def effects() -> list[Effect]:
    """List the effects in the order of their codes' numbers."""
    return sorted(db.session.scalars(select(Effect)), key=lambda one: int(one.code[1:]))
