"""Acts on the question catalogue itself, outside any call."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from accounts import audit
from accounts.models import Person
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from grants import cataloguing, queries, wordings
from grants.catalogue import QuestionSheet
from grants.questionwords import QuestionRefusal


def fill_catalogue(sheets: Sequence[QuestionSheet], *, by: Person, at: datetime) -> None:
    """Put the questions that lie with the code into the catalogue; what it has already stays."""
    with transaction():
        locked(queries.scheme())
        cataloguing.catalogued(sheets, by=by, at=at)
        audit.record(
            "catalogue.filled", subject="question_catalogue", by=by, at=at, count=len(sheets)
        )


def word_anew(sheet: QuestionSheet, *, by: Person, at: datetime) -> int:
    """Give a code of the catalogue a new wording, and give its version; the old ones stay.

    Raises RuleBrokenError for a code that is not there, and for words that the newest version has.
    """
    with transaction():
        locked(queries.scheme())
        newest = wordings.wording(sheet.code, wordings.newest_version(sheet.code))
        if newest is None:
            raise RuleBrokenError(QuestionRefusal.NOT_IN_CATALOGUE, code=sheet.code)
        if wordings.same_words(wordings.sheet_of_wording(newest), sheet):
            raise RuleBrokenError(QuestionRefusal.NOTHING_NEW, version=newest.version)
        version = newest.version + 1
        cataloguing.write(replace(sheet, version=version), by=by, at=at)
        _note("catalogue.worded_anew", sheet.code, version, by, at)
    return version


def add_to_catalogue(
    sheet: QuestionSheet, *, parted_from: str | None = None, by: Person, at: datetime
) -> None:
    """Put a question into the catalogue under a code of its own. Raises RuleBrokenError."""
    with transaction():
        locked(queries.scheme())
        if wordings.newest_version(sheet.code):
            raise RuleBrokenError(QuestionRefusal.CODE_IN_CATALOGUE, code=sheet.code)
        cataloguing.write(replace(sheet, version=1), by=by, at=at, parted_from=parted_from)
        _note("catalogue.question_added", sheet.code, 1, by, at)


def _note(act: str, code: str, version: int, by: Person, at: datetime) -> None:
    audit.record(act, subject=f"question:{code}", by=by, at=at, version=version)
