"""Keeping that a party fetched its own file."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from applications import journal
from criteria.disclosure import DisclosureRefusal
from figures.openness.casefile import CaseFile
from foundation.database import transaction
from foundation.errors import RuleBrokenError


def note_download(file: CaseFile, *, by: Person, at: datetime) -> None:
    """Keep who fetched which case, and how much it was.

    Raises RuleBrokenError when a file is not where it should be: a file with holes is no answer.
    """
    with transaction():
        if file.missing:
            names = ", ".join(part.filename for part in file.missing)
            raise RuleBrokenError(DisclosureRefusal.FILES_MISSING, names=names)
        audit.record(
            "case_file.downloaded", subject=journal.subject_of(file.application), by=by, at=at,
            documents=len(file.papers), files=len(file.parts),
        )  # fmt: skip
