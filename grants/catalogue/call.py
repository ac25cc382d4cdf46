"""Reading a call's sheet, with the scheme and the banks that lie beside it."""

from pathlib import Path

from accounts.models import OrganisationKind
from criteria import asking
from criteria.allocation import Method
from criteria.instalments import OF_A_CALL, Trigger
from foundation.money import kroner
from grants import rules
from grants.catalogue import bank
from grants.catalogue import questions as question_bank
from grants.catalogue.callsheets import (
    ActivitySheet,
    AttachmentSheet,
    CallSheet,
    KindSheet,
    PlanStepSheet,
    RuleSheet,
)
from grants.catalogue.reader import Node, read
from grants.catalogue.scheme import load_scheme
from grants.catalogue.schemesheets import SchemeSheet
from grants.models import RuleKey

_WHOLE = 100
NO_LIMIT = "none"
"""What a sheet writes where the call sets no limit."""


def load_call(path: Path) -> CallSheet:
    """Read a call's sheet. Raises SheetError with file and place when it is not whole."""
    sheet = read(path)
    sheet.only(
        "code", "scheme", "measure", "budget_post", "title", "purpose", "opens_on", "closes_on",
        "frame_kroner", "first_year", "last_year", "method", "appeal_allowed", "appeal_text",
        "applicants", "eligible_kinds", "rules", "activities", "exclusions", "conditions",
        "sections", "required_attachments", "gates", "criteria", "plan_steps",
    )  # fmt: skip
    folder = path.parent
    scheme = load_scheme(folder / sheet.text("scheme"))
    post = sheet.at("budget_post")
    post.only("chapter", "post")
    call = CallSheet(
        code=sheet.text("code"),
        scheme_code=scheme.code,
        measure_code=sheet.text("measure"),
        chapter=post.number("chapter"),
        post=post.number("post"),
        title=sheet.both("title"),
        purpose=sheet.both("purpose"),
        applicants=sheet.both("applicants"),
        opens_on=sheet.day("opens_on"),
        closes_on=sheet.day("closes_on"),
        frame=kroner(sheet.number("frame_kroner")),
        first_year=sheet.number("first_year"),
        last_year=sheet.number("last_year"),
        method=sheet.word(Method, "method"),
        appeal_allowed=sheet.flag("appeal_allowed"),
        appeal_text=sheet.both("appeal_text"),
        kinds=tuple(_kind(node) for node in sheet.each("eligible_kinds")),
        rules=tuple(_rule(node) for node in sheet.each("rules")),
        activities=(
            *(_activity(node) for node in sheet.each("activities")),
            *(_exclusion(node) for node in sheet.each("exclusions")),
        ),
        conditions=bank.conditions(folder, sheet.each("conditions")),
        questions=question_bank.questions(folder, sheet.each("sections"), scheme),
        required_attachments=tuple(
            _attachment(node) for node in sheet.each("required_attachments")
        ),
        criteria=(
            *bank.gates(folder, sheet.each("gates")),
            *bank.scored(folder, sheet.each("criteria")),
        ),
        plan_steps=tuple(_plan_step(node) for node in sheet.each("plan_steps")),
    )
    _check_codes(sheet, call)
    _check_scheme(sheet, call, scheme)
    _check_sums(sheet, call)
    return call


def _kind(node: Node) -> KindSheet:
    node.only("kind", "may_lead")
    return KindSheet(node.word(OrganisationKind, "kind"), node.flag("may_lead"))


def _rule(node: Node) -> RuleSheet:
    node.only("key", "value", "note", "chosen_by_administrator", "source")
    key = node.word(RuleKey, "key")
    value = node.at("value").value
    if key in rules.WORDS:
        node.word(rules.WORDS[key], "value")
    elif value != NO_LIMIT and key not in rules.TEXTS:
        node.number("value")
    return RuleSheet(
        key=key,
        value="" if value == NO_LIMIT else node.text("value"),
        note=node.both("note"),
        chosen_by_administrator=node.flag("chosen_by_administrator"),
        source=node.text("source"),
    )


def _activity(node: Node) -> ActivitySheet:
    node.only("code", "text", "source")
    return ActivitySheet(
        node.text("code"), node.both("text"), supported=True, reason=None,
        source=node.text("source"),
    )  # fmt: skip


def _exclusion(node: Node) -> ActivitySheet:
    node.only("code", "text", "reason", "source")
    return ActivitySheet(
        node.text("code"), node.both("text"), supported=False, reason=node.both("reason"),
        source=node.text("source"),
    )  # fmt: skip


def _attachment(node: Node) -> AttachmentSheet:
    node.only("code", "label")
    return AttachmentSheet(node.text("code"), node.both("label"))


def _plan_step(node: Node) -> PlanStepSheet:
    node.only("position", "percent", "trigger")
    return PlanStepSheet(
        node.number("position"), node.number("percent"), node.word(Trigger, "trigger", OF_A_CALL)
    )


def _check_codes(sheet: Node, call: CallSheet) -> None:
    """Refuse what stands twice, and a rule that is not there."""
    sheet.refuse_doubles("kind", (one.kind for one in call.kinds))
    sheet.refuse_doubles("rule", (one.key for one in call.rules))
    sheet.refuse_doubles("activity", (one.code for one in call.activities))
    sheet.refuse_doubles("condition", (one.code for one in call.conditions))
    sheet.refuse_doubles("question", (one.code for one in call.questions))
    sheet.refuse_doubles("attachment", (one.code for one in call.required_attachments))
    sheet.refuse_doubles("criterion", (one.code for one in call.criteria))
    sheet.refuse_doubles("plan step", (one.position for one in call.plan_steps))
    for code, fault in asking.faults(list(map(question_bank.testable, call.questions))).items():
        raise sheet.wrong(f"the condition of question {code} is {fault}")
    if missing := set(RuleKey) - {one.key for one in call.rules}:
        raise sheet.wrong(f"lacks rule {min(missing)}")


def _check_scheme(sheet: Node, call: CallSheet, scheme: SchemeSheet) -> None:
    """Refuse a call for what its scheme does not have: measure, budget post, years."""
    if call.measure_code not in {measure.code for measure in scheme.measures}:
        raise sheet.wrong(f"measure {call.measure_code} is not in the scheme")
    if (call.chapter, call.post) not in {(one.chapter, one.post) for one in scheme.budget_posts}:
        raise sheet.wrong(f"budget post {call.chapter}.{call.post} is not in the scheme")
    if not scheme.first_year <= call.first_year <= call.last_year <= scheme.last_year:
        raise sheet.wrong(f"the years {call.first_year}–{call.last_year} are not the scheme's")
    if call.closes_on < call.opens_on:
        raise sheet.wrong("closes before it opens")


def _check_sums(sheet: Node, call: CallSheet) -> None:
    """Refuse weights or payment steps that are not 100 percent in all, and marks off the scale."""
    weights = sum(one.weight for one in call.scored)
    if weights != _WHOLE or any(one.weight <= 0 for one in call.scored):
        raise sheet.wrong(f"the weights sum to {weights}, or one is not above 0")
    percents = sum(step.percent for step in call.plan_steps)
    if percents != _WHOLE or any(step.percent <= 0 for step in call.plan_steps):
        raise sheet.wrong(f"the payment steps sum to {percents}, or one is not above 0")
    for one in call.scored:
        if one.threshold is not None and not 0 <= one.threshold <= one.max_mark:
            raise sheet.wrong(f"the threshold of {one.code} is off its scale")
    if not any(kind.may_lead for kind in call.kinds):
        raise sheet.wrong("nobody may lead")
