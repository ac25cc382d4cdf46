"""Acts on what a draft supports, demands and asks for: activities, conditions, attachments, rules."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import Person
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from grants import making, rows, rules
from grants.basis import RANKING_RULES
from grants.catalogue import ActivitySheet, AttachmentSheet, ConditionSheet
from grants.editing import hold_draft, record_change, refuse_later_edition
from grants.models import Activity, Call, CallRule, Condition, RequiredAttachment, RuleKey
from grants.words import CallRefusal

LONGEST_VALUE = 40
_FULL = 100
_MOST = 10**13
"""More than the state budget in øre; a larger number is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """A rule as the administrator sets it: a whole number (amounts in øre), a word, or "" for none."""

    value: str
    note: Bilingual
    chosen_by_administrator: bool


def change_rule(
    call: Call, rule: CallRule, setting: RuleSetting, *, by: Person, at: datetime
) -> None:
    """Set a rule of a draft. Raises RuleBrokenError(CallRefusal), StaleError."""
    with transaction():
        hold_draft(call)
        if rule.key in RANKING_RULES and rule.value != setting.value:
            refuse_later_edition(call)
        _refuse_bad_value(call, rule.key, setting.value)
        if setting.chosen_by_administrator and not setting.note.nb.strip():
            raise RuleBrokenError(CallRefusal.CHOICE_WITHOUT_NOTE)
        rule.value = setting.value
        rule.note = setting.note
        rule.chosen_by_administrator = setting.chosen_by_administrator
        record_change(
            call, "call.rule_changed", by=by, at=at, rule=rule.key.value, value=setting.value
        )


def add_activity(call: Call, sheet: ActivitySheet, *, by: Person, at: datetime) -> Activity:
    """Add what the grant may be used for, or may not. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        rows.refuse_taken(call.activities, sheet.code)
        activity = making.activity(sheet, rows.next_position(call.activities))
        call.activities.append(activity)
        record_change(call, "call.activity_added", by=by, at=at, code=sheet.code)
    return activity


def change_activity(
    call: Call, activity: Activity, sheet: ActivitySheet, *, by: Person, at: datetime
) -> None:
    """Change an activity of a draft. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        rows.refuse_taken(call.activities, sheet.code, but=activity)
        activity.code = sheet.code
        activity.text = sheet.text
        activity.supported = sheet.supported
        activity.reason = sheet.reason
        activity.source = sheet.source
        record_change(call, "call.activity_changed", by=by, at=at, code=sheet.code)


def add_condition(call: Call, sheet: ConditionSheet, *, by: Person, at: datetime) -> Condition:
    """Add a condition to every grant of a draft. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        rows.refuse_taken(call.conditions, sheet.code)
        condition = making.condition(sheet, rows.next_position(call.conditions))
        call.conditions.append(condition)
        record_change(call, "call.condition_added", by=by, at=at, code=sheet.code)
    return condition


def change_condition(
    call: Call, condition: Condition, sheet: ConditionSheet, *, by: Person, at: datetime
) -> None:
    """Change a condition of a draft. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        rows.refuse_taken(call.conditions, sheet.code, but=condition)
        condition.code = sheet.code
        condition.title = sheet.title
        condition.text = sheet.text
        condition.source = sheet.source
        record_change(call, "call.condition_changed", by=by, at=at, code=sheet.code)


def add_attachment(
    call: Call, sheet: AttachmentSheet, *, by: Person, at: datetime
) -> RequiredAttachment:
    """Ask for one more document. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        rows.refuse_taken(call.required_attachments, sheet.code)
        attachment = making.attachment(sheet, rows.next_position(call.required_attachments))
        call.required_attachments.append(attachment)
        record_change(call, "call.attachment_added", by=by, at=at, code=sheet.code)
    return attachment


def change_attachment(
    call: Call, attachment: RequiredAttachment, sheet: AttachmentSheet, *, by: Person, at: datetime
) -> None:
    """Change which document a draft asks for. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        rows.refuse_taken(call.required_attachments, sheet.code, but=attachment)
        attachment.code = sheet.code
        attachment.label = sheet.label
        record_change(call, "call.attachment_changed", by=by, at=at, code=sheet.code)


def _refuse_bad_value(call: Call, key: RuleKey, value: str) -> None:
    if key in rules.WORDS:
        if value not in set(rules.WORDS[key]):
            raise RuleBrokenError(CallRefusal.VALUE_UNKNOWN)
        return
    if key in rules.TEXTS:
        if len(value) > LONGEST_VALUE:
            raise RuleBrokenError(CallRefusal.VALUE_TOO_LONG, most=LONGEST_VALUE)
        return
    if value and not (value.isascii() and value.isdigit()):
        raise RuleBrokenError(CallRefusal.VALUE_NOT_A_NUMBER)
    if value and int(value) > rules.MOST.get(key, _MOST):
        raise RuleBrokenError(CallRefusal.VALUE_TOO_LARGE)
    lowest = 1 if key is RuleKey.SHARE_PERCENT else 0
    if value and key in rules.PERCENTS and not lowest <= int(value) <= _FULL:
        raise RuleBrokenError(CallRefusal.VALUE_NOT_A_PERCENT, lowest=lowest)
    for ends in rules.RANGES:
        _refuse_backwards(call, ends, key, int(value) if value else None)


def _refuse_backwards(
    call: Call, ends: tuple[RuleKey, RuleKey], key: RuleKey, value: int | None
) -> None:
    floor, cap = (value if key is end else rules.number(call, end) for end in ends)
    if key in ends and floor is not None and cap is not None and floor > cap:
        raise RuleBrokenError(CallRefusal.SMALLEST_ABOVE_LARGEST)
