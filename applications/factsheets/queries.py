"""Reading fact sheets: the newest of an organisation, and its earlier ones."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from applications.factsheets.models import FactSheet
from foundation.database import db


def newest_sheet(organisation_id: int) -> FactSheet | None:
    """Find an organisation's newest fact sheet with its systems and who confirmed it."""
    return newest_sheets([organisation_id]).get(organisation_id)


def newest_sheets(organisation_ids: Iterable[int]) -> dict[int, FactSheet]:
    """Give the newest fact sheet of each organisation that has one. Two queries."""
    found = db.session.scalars(
        select(FactSheet)
        .where(FactSheet.organisation_id.in_(set(organisation_ids)))
        .options(joinedload(FactSheet.confirmed_by), selectinload(FactSheet.systems))
        .order_by(FactSheet.id)
    )
    return {sheet.organisation_id: sheet for sheet in found}


def valid_sheet(organisation_id: int, on: date) -> FactSheet | None:
    """Find an organisation's newest fact sheet, when it has not run out."""
    sheet = newest_sheet(organisation_id)
    return sheet if sheet is not None and sheet.holds(on) else None


def sheets_of(organisation_id: int) -> list[FactSheet]:
    """List an organisation's fact sheets, newest first, with who confirmed them."""
    return list(
        db.session.scalars(
            select(FactSheet)
            .where(FactSheet.organisation_id == organisation_id)
            .options(joinedload(FactSheet.confirmed_by))
            .order_by(FactSheet.id.desc())
        )
    )
