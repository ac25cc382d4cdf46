"""Looking into a drawn case: the checklist, findings, and the conclusion."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.attributes import flag_modified

from accounts import audit
from accounts.models import Person, Role
from assessments.rights import require_unhindered
from decisions.rights import require_role
from followup.controls.kinds import Consequence, Severity, Verdict
from followup.controls.models import Control, ControlCheck, ControlFinding
from followup.controls.refusals import Refusal
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.saying import says_something


class Answer(NamedTuple):
    """How a point stands, and why."""

    verdict: Verdict
    comment: str = ""


class Found(NamedTuple):
    """Something that was found. `due_on`: when it shall be followed up."""

    severity: Severity
    consequence: Consequence
    text: str
    due_on: date | None = None


def answer_checks(
    control: Control, answers: Mapping[str, Answer], *, by: Person, at: datetime
) -> None:
    """Answer points of the checklist; an answer may be changed until the control is concluded.

    Raises RuleBrokenError: no controller, hindered in the case, concluded, not in the control's list,
    something not in order and not explained.
    """
    with transaction():
        held = _hold(control, by)
        if not set(answers) <= {one.code for one in held.points}:
            raise RuleBrokenError(Refusal.NOT_IN_LIST)
        for item, answer in answers.items():
            if answer.verdict is Verdict.NOT_IN_ORDER and not says_something(answer.comment):
                raise RuleBrokenError(Refusal.COMMENT_MISSING)
            known = {one.item: one for one in held.checks}
            row = known.get(item)
            if row is None:
                row = ControlCheck(control_id=held.id, item=item)
                held.checks.append(row)
            row.verdict, row.comment = answer.verdict, answer.comment.strip()
        flag_modified(held, "conclusion")  # a new version also when only its rows changed
        audit.record(
            "control.answered", subject=held.subject, by=by, at=at,
            answers=", ".join(f"{item} {one.verdict.value}" for item, one in answers.items()),
        )  # fmt: skip


def add_finding(control: Control, found: Found, *, by: Person, at: datetime) -> ControlFinding:
    """Write down a finding and what follows from it. It stays as it was written.

    Raises RuleBrokenError: no controller, hindered in the case, concluded, no words, no day to follow up by.
    """
    with transaction():
        held = _hold(control, by)
        if not says_something(found.text):
            raise RuleBrokenError(Refusal.WORDS_MISSING)
        follows = found.consequence is Consequence.FOLLOW_UP
        if follows and found.due_on is None:
            raise RuleBrokenError(Refusal.DAY_MISSING)
        made = ControlFinding(
            control_id=held.id,
            severity=found.severity,
            consequence=found.consequence,
            text=found.text.strip(),
            due_on=found.due_on if follows else None,
            found_at=at,
            found_by_id=by.id,
        )
        db.session.add(made)
        audit.record(
            "control.found", subject=held.subject, by=by, at=at,
            severity=found.severity.value, consequence=found.consequence.value,
        )  # fmt: skip
    return made


def settle_finding(finding: ControlFinding, *, how: str, by: Person, at: datetime) -> None:
    """Note what was done about a finding; also after the conclusion.

    Raises RuleBrokenError: no controller, hindered in the case, settled already, no words.
    """
    with transaction():
        control = locked(db.session.get_one(Control, finding.control_id))
        _refuse_unfit(control, by)
        held = locked(finding)
        if held.settled_at is not None:
            raise RuleBrokenError(Refusal.SETTLED_ALREADY)
        if not says_something(how):
            raise RuleBrokenError(Refusal.WORDS_MISSING)
        held.settled_at, held.settled_by_id, held.settled_how = at, by.id, how.strip()
        audit.record("control.settled", subject=control.subject, by=by, at=at, finding=held.id)


def conclude(control: Control, *, text: str, by: Person, at: datetime) -> None:
    """Conclude a control whose every point is answered.

    Raises RuleBrokenError: no controller, hindered in the case, concluded, points left, no words.
    """
    with transaction():
        held = _hold(control, by)
        left = {one.code for one in held.points} - {one.item for one in held.checks}
        if left:
            raise RuleBrokenError(Refusal.UNANSWERED, number=len(left))
        if not says_something(text):
            raise RuleBrokenError(Refusal.WORDS_MISSING)
        held.concluded_at, held.concluded_by_id, held.conclusion = at, by.id, text.strip()
        audit.record("control.concluded", subject=held.subject, by=by, at=at)


def _hold(control: Control, by: Person) -> Control:
    """Hold a control that is going on."""
    locked(db.session.get_one(Control, control.id))
    held = db.session.scalars(
        select(Control)
        .where(Control.id == control.id)
        .options(selectinload(Control.checks), selectinload(Control.points))
        .execution_options(populate_existing=True)
    ).one()
    _refuse_unfit(held, by)
    if held.concluded_at is not None:
        raise RuleBrokenError(Refusal.CONCLUDED)
    return held


def _refuse_unfit(control: Control, by: Person) -> None:
    require_role(by, Role.CONTROLLER)
    require_unhindered(by, control.application_id)
