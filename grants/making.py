"""Rows of a call made from what a sheet says."""

from typing import TypedDict

from foundation.money import kroner
from grants import rules
from grants.catalogue import (
    ActivitySheet,
    AttachmentSheet,
    CallSheet,
    ConditionSheet,
    CriterionSheet,
    PlanStepSheet,
    QuestionSheet,
    RuleSheet,
)
from grants.models import (
    Activity,
    Anchor,
    CallRule,
    Choice,
    Condition,
    Criterion,
    EligibleKind,
    PlanStep,
    Question,
    RequiredAttachment,
)
from grants.sizeguidance import guidance_kept
from grants.tablecolumns import columns_kept


class Parts(TypedDict):
    """All rows of a call, by the names of its lists."""

    kinds: list[EligibleKind]
    rules: list[CallRule]
    activities: list[Activity]
    conditions: list[Condition]
    questions: list[Question]
    report_questions: list[Question]
    required_attachments: list[RequiredAttachment]
    criteria: list[Criterion]
    plan_steps: list[PlanStep]


def parts(sheet: CallSheet) -> Parts:
    """Make every row that a sheet holds, each list in the sheet's order."""
    return Parts(
        kinds=[EligibleKind(kind=one.kind, may_lead=one.may_lead) for one in sheet.kinds],
        rules=[rule(one) for one in sheet.rules],
        activities=[activity(one, n) for n, one in enumerate(sheet.activities, start=1)],
        conditions=[condition(one, n) for n, one in enumerate(sheet.conditions, start=1)],
        questions=[question(one, n) for n, one in enumerate(sheet.questions, start=1)],
        report_questions=[question(one, n) for n, one in enumerate(sheet.report_questions, start=1)],
        required_attachments=[
            attachment(one, n) for n, one in enumerate(sheet.required_attachments, start=1)
        ],
        criteria=[criterion(one, n) for n, one in enumerate(sheet.criteria, start=1)],
        plan_steps=[plan_step(one) for one in sheet.plan_steps],
    )


def rule(sheet: RuleSheet) -> CallRule:
    """Make a rule. Sheets write amounts in kroner; rows keep øre."""
    is_amount = sheet.key in rules.AMOUNTS and sheet.value
    value = str(kroner(int(sheet.value))) if is_amount else sheet.value
    return CallRule(
        key=sheet.key,
        value=value,
        note=sheet.note,
        chosen_by_administrator=sheet.chosen_by_administrator,
        source=sheet.source,
    )


def activity(sheet: ActivitySheet, position: int) -> Activity:
    """Make an activity that is supported, or one that is not, with the reason."""
    return Activity(
        position=position,
        code=sheet.code,
        text=sheet.text,
        supported=sheet.supported,
        reason=sheet.reason,
        source=sheet.source,
    )


def condition(sheet: ConditionSheet, position: int) -> Condition:
    """Make a condition."""
    return Condition(
        position=position,
        code=sheet.code,
        title=sheet.title,
        text=sheet.text,
        source=sheet.source,
    )


def question(sheet: QuestionSheet, position: int) -> Question:
    """Make a question with its choices."""
    made = Question(
        purpose=sheet.purpose,
        position=position,
        code=sheet.code,
        code_version=sheet.version,
        section=sheet.section,
        kind=sheet.kind,
        label=sheet.label,
        help=sheet.help,
        required=sheet.required,
        max_chars=sheet.max_chars,
        unit=sheet.unit,
        lowest=sheet.lowest,
        highest=sheet.highest,
        table_columns=columns_kept(sheet.columns),
        guidance=guidance_kept(sheet.guidance),
        may_be_irrelevant=sheet.may_be_irrelevant,
        choices=[
            Choice(position=n, value=one.value, label=one.label)
            for n, one in enumerate(sheet.choices, start=1)
        ],
    )
    made.shown_when = sheet.shown_when
    return made


def attachment(sheet: AttachmentSheet, position: int) -> RequiredAttachment:
    """Make a document that applications must have with them."""
    return RequiredAttachment(position=position, code=sheet.code, label=sheet.label)


def criterion(sheet: CriterionSheet, position: int) -> Criterion:
    """Make a criterion with the text of each mark, from 0 up."""
    return Criterion(
        position=position,
        code=sheet.code,
        scored=sheet.scored,
        name=sheet.name,
        guidance=sheet.guidance,
        weight=sheet.weight,
        max_mark=sheet.max_mark,
        threshold=sheet.threshold,
        source=sheet.source,
        anchors=[Anchor(mark=mark, text=text) for mark, text in enumerate(sheet.anchors)],
    )


def plan_step(sheet: PlanStepSheet) -> PlanStep:
    """Make a step of the payment plan."""
    return PlanStep(
        position=sheet.position,
        percent=sheet.percent,
        trigger=sheet.trigger,
        month=sheet.month,
        day=sheet.day,
    )
