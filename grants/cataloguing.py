"""Writing into the question catalogue, inside the acts that need it. Whoever writes holds the scheme."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from foundation.database import db
from grants import wordings
from grants.catalogue import QuestionSheet
from grants.models import Call, Wording


def catalogued(
    sheets: Sequence[QuestionSheet], *, by: Person, at: datetime
) -> tuple[QuestionSheet, ...]:
    """See to it that the catalogue has what some sheets ask, and give them with its versions.

    A sheet may ask words that the catalogue has under another version, for administrators write
    versions of their own: then that version is used, or the next one is made.
    """
    known = _known(sheet.code for sheet in sheets)
    return tuple(_catalogued(sheet, known.get(sheet.code, []), by, at) for sheet in sheets)


def write(
    sheet: QuestionSheet,
    *,
    by: Person,
    at: datetime,
    draft: Call | None = None,
    parted_from: str | None = None,
) -> None:
    """Write a sheet's code and version into the catalogue.

    `draft`: the call that may change it until another uses it. `parted_from`: the code it was before it
    got a meaning of its own.
    """
    row = Wording(
        code=sheet.code,
        version=sheet.version,
        parted_from=parted_from,
        made_at=at,
        made_by_id=by.id,
        draft_of_id=draft.id if draft else None,
    )
    wordings.write_words(row, sheet)
    db.session.add(row)
    db.session.flush()  # questions point to it by code and version


def _catalogued(
    sheet: QuestionSheet, known: list[Wording], by: Person, at: datetime
) -> QuestionSheet:
    for one in known:
        if wordings.same_words(wordings.sheet_of_wording(one), sheet):
            return replace(sheet, version=one.version)
    if any(one.version == sheet.version for one in known):
        sheet = replace(sheet, version=known[-1].version + 1)
    write(sheet, by=by, at=at)
    return sheet


def _known(codes: Iterable[str]) -> dict[str, list[Wording]]:
    found: dict[str, list[Wording]] = {}
    rows = db.session.scalars(
        select(Wording).where(Wording.code.in_(list(codes))).order_by(Wording.code, Wording.version)
    )
    for row in rows:
        found.setdefault(row.code, []).append(row)
    return found
