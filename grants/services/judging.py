"""Acts on how a draft's applications will be judged and its grants paid: criteria and payment steps."""

from datetime import datetime

from accounts.models import Person
from criteria.instalments import OF_A_CALL, Trigger
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from grants import making, rows
from grants.catalogue import CriterionSheet, PlanStepSheet
from grants.editing import hold_draft, record_change, refuse_later_edition
from grants.models import Anchor, Call, Criterion, PlanStep
from grants.words import CallRefusal


def add_criterion(call: Call, sheet: CriterionSheet, *, by: Person, at: datetime) -> Criterion:
    """Add a criterion, scored or a gate. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        refuse_later_edition(call)
        rows.refuse_taken(call.criteria, sheet.code)
        _refuse_off_scale(sheet)
        criterion = making.criterion(sheet, rows.next_position(call.criteria))
        call.criteria.append(criterion)
        record_change(call, "call.criterion_added", by=by, at=at, code=sheet.code)
    return criterion


def change_criterion(
    call: Call, criterion: Criterion, sheet: CriterionSheet, *, by: Person, at: datetime
) -> None:
    """Change a criterion of a draft: words, weight, scale, anchors. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        refuse_later_edition(call)
        rows.refuse_taken(call.criteria, sheet.code, but=criterion)
        _refuse_off_scale(sheet)
        criterion.code = sheet.code
        criterion.name = sheet.name
        criterion.guidance = sheet.guidance
        criterion.scored = sheet.scored
        criterion.weight = sheet.weight
        criterion.max_mark = sheet.max_mark
        criterion.threshold = sheet.threshold
        criterion.source = sheet.source
        _set_anchors(criterion, sheet)
        record_change(
            call, "call.criterion_changed", by=by, at=at, code=sheet.code, weight=sheet.weight
        )


def add_plan_step(
    call: Call,
    *,
    percent: int,
    trigger: Trigger,
    on: tuple[int, int] | None = None,
    by: Person,
    at: datetime,
) -> PlanStep:
    """Add a last step to a draft's payment plan. Raises RuleBrokenError, StaleError.

    `on`: month and day in each budget year, of a step that is paid on a date.
    """
    with transaction():
        hold_draft(call)
        position = rows.next_position(call.plan_steps)
        _refuse_unknown(trigger)
        step = making.plan_step(PlanStepSheet(position, percent, trigger, *_day(trigger, on)))
        call.plan_steps.append(step)
        record_change(call, "call.plan_step_added", by=by, at=at, percent=percent)
    return step


def change_plan_step(
    call: Call,
    step: PlanStep,
    *,
    percent: int,
    trigger: Trigger,
    on: tuple[int, int] | None = None,
    by: Person,
    at: datetime,
) -> None:
    """Change a step of a draft's payment plan. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        _refuse_unknown(trigger)
        step.percent = percent
        step.trigger = trigger
        step.month, step.day = _day(trigger, on)
        record_change(call, "call.plan_step_changed", by=by, at=at, percent=percent)


def _refuse_unknown(trigger: Trigger) -> None:
    """Refuse a plan that waits for what is only known in the one case."""
    if trigger not in OF_A_CALL:
        raise RuleBrokenError(CallRefusal.PLAN_KNOWS_NO_POINTS)


def _day(trigger: Trigger, on: tuple[int, int] | None) -> tuple[int | None, int | None]:
    return on if on is not None and trigger is Trigger.ON_DATE else (None, None)


def _set_anchors(criterion: Criterion, sheet: CriterionSheet) -> None:
    kept = {anchor.mark: anchor for anchor in criterion.anchors}
    anchors = []
    for mark, text in enumerate(sheet.anchors):
        anchor = kept.get(mark, Anchor(mark=mark))
        anchor.text = text
        anchors.append(anchor)
    criterion.anchors = anchors


def _refuse_off_scale(sheet: CriterionSheet) -> None:
    if sheet.threshold is not None and not 0 <= sheet.threshold <= sheet.max_mark:
        raise RuleBrokenError(CallRefusal.THRESHOLD_OFF_SCALE, max_mark=sheet.max_mark)
