"""The acts of this room: asking for a pack of evidence, and fetching it."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from figures.evidence.scope import Scope, cases_in, name_of
from figures.models import EvidencePack
from figures.refusals import EvidenceRefusal
from foundation import outbox
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError

MAKE = "make_evidence"


def ask_for_pack(scope: Scope, *, by: Person, at: datetime) -> EvidencePack:
    """Have a pack made in the background; its page follows the work.

    Raises RuleBrokenError(EvidenceRefusal) when nothing in it is decided and sent out.
    """
    with transaction():
        cases = cases_in(scope)
        if not cases:
            raise RuleBrokenError(EvidenceRefusal.NOTHING_DECIDED)
        pack = EvidencePack(extent=scope.extent, about=scope.number, asked_at=at, asked_by_id=by.id)
        db.session.add(pack)
        db.session.flush()  # the job and the audit entry name it by id
        subject = f"evidence:{pack.id}"
        outbox.put(MAKE, subject=subject, at=at, pack=pack.id)
        audit.record(
            "evidence.asked", subject=subject, by=by, at=at, extent=scope.extent.value,
            name=name_of(scope), cases=len(cases),
        )  # fmt: skip
    return pack


def keep_fetched(pack: EvidencePack, *, by: Person, at: datetime) -> None:
    """Keep that somebody fetched a pack."""
    with transaction():
        audit.record(
            "evidence.fetched", subject=f"evidence:{pack.id}", by=by, at=at, sha256=pack.sha256
        )
