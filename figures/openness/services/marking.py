"""Marking a document as exempt, or as open again: a new version each time, with its reason."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from assessments.rights import require_unhindered
from criteria.disclosure import DisclosureRefusal, Ground
from figures.openness import queries
from figures.openness.models import Exemption, JournalLine
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError


def mark(
    line: JournalLine,
    *,
    ground: Ground | None,
    title: str,
    reason: str,
    by: Person,
    at: datetime,
) -> Exemption:
    """Keep a document from the public by a paragraph, or (None) find that it is open.

    `title` is said instead of the document's own, when that is exempt too; blank for none. Raises
    RuleBrokenError: no reason, nothing to lift, the same as before, the case is closed to the person.
    """
    with transaction():
        locked(line)
        require_unhindered(by, line.application_id)
        if not reason.strip():
            raise RuleBrokenError(DisclosureRefusal.REASON_MISSING)
        before = queries.living_mark(line.id)
        said = title.strip() or None if ground else None
        _refuse_unchanged(before, ground, said)
        if before is not None:
            before.superseded_at = at
            db.session.flush()  # there is room for one living mark
        exemption = Exemption(
            line_id=line.id,
            number=before.number + 1 if before else 1,
            ground=ground,
            title=said,
            reason=reason.strip(),
            set_at=at,
            set_by_id=by.id,
        )
        db.session.add(exemption)
        audit.record(
            "public_journal.marked", subject=line.subject, by=by, at=at,
            ground=ground.value if ground else None, number=exemption.number, hides_title=bool(said),
        )  # fmt: skip
    return exemption


def _refuse_unchanged(before: Exemption | None, ground: Ground | None, title: str | None) -> None:
    if ground is None and (before is None or before.ground is None):
        raise RuleBrokenError(DisclosureRefusal.NOTHING_TO_LIFT)
    if before is not None and (before.ground, before.title) == (ground, title):
        raise RuleBrokenError(DisclosureRefusal.SAME_AS_BEFORE)
