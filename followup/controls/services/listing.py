"""The administrator's list of what controls look for."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete

from accounts import audit
from accounts.models import Person, Role
from decisions.rights import require_role
from followup.controls.checklist import in_list
from followup.controls.models import CheckPoint
from followup.controls.refusals import Refusal
from followup.controls.standard import Point
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from grants.models import Call, Scheme


def set_checklist(
    scheme: Scheme, call: Call | None, points: Sequence[Point], *, by: Person, at: datetime
) -> None:
    """Write the list of a scheme, or of a round, for the controls that are opened from now on.

    No points: the round uses the scheme's list again, and the scheme the standard one. Controls that are
    opened keep theirs. Raises RuleBrokenError: no administrator, a code twice, a text in one form only.
    """
    with transaction():
        require_role(by, Role.ADMINISTRATOR)
        held = locked(scheme)
        codes = [one.code for one in points]
        if len(set(codes)) < len(codes):
            raise RuleBrokenError(Refusal.CODE_TWICE)
        if not all(one.text.is_whole for one in points):
            raise RuleBrokenError(Refusal.TEXT_NOT_WHOLE)
        number = call.id if call is not None else None
        db.session.execute(delete(CheckPoint).where(in_list(held.id, number)))
        db.session.add_all(
            CheckPoint(
                scheme_id=held.id, call_id=number, position=position, code=one.code,
                text=one.text, severity=one.severity, basis=one.basis.strip(),
            )
            for position, one in enumerate(points, start=1)
        )  # fmt: skip
        subject = f"call:{call.id}" if call is not None else f"scheme:{held.id}"
        audit.record(
            "control.checklist_set", subject=subject, by=by, at=at, points=", ".join(codes)
        )
