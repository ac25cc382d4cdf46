"""How the rows of a call are shown to its administrator: named, noted and grouped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from foundation import words
from foundation.language import Bilingual
from grants import rows
from grants.models import (
    Activity,
    Call,
    Condition,
    Criterion,
    PlanStep,
    PortfolioBound,
    Purpose,
    Question,
    RequiredAttachment,
)
from grants.rows import Row
from grants.shown.bounds import group_said, limits_said
from grants.shown.questions import conditions, how
from grants.shown.texts import said


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row in its list: what it is called, what more to know, and whether it is first or last."""

    row: Row
    name: str
    notes: list[str]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are shown together and move among themselves."""

    title: str | None
    rows: list[RowShown]


def activity_groups(call: Call) -> list[Group]:
    """Part what is supported from what is not."""
    return [
        _group(_("Kan få støtte"), [row for row in call.activities if row.supported]),
        _group(_("Dekkes ikke"), [row for row in call.activities if not row.supported]),
    ]


def condition_groups(call: Call) -> list[Group]:
    """Show the conditions in one list."""
    return [_group(None, call.conditions)]


def question_groups(call: Call, purpose: Purpose) -> list[Group]:
    """Show what is asked for a purpose, section by section."""
    asked = call.asking(purpose)
    whens = conditions(asked)
    return [
        _with_conditions(_group(said(title), found), found, whens)
        for title, found in rows.sections(asked)
    ]


def attachment_groups(call: Call) -> list[Group]:
    """Show the documents in one list."""
    return [_group(None, call.required_attachments)]


def criterion_groups(call: Call) -> list[Group]:
    """Part the gates from what gives points, with the sum of the weights."""
    scored = [row for row in call.criteria if row.scored]
    total = sum(row.weight for row in scored)
    return [
        _group(_("Krav som må være oppfylt"), [row for row in call.criteria if not row.scored]),
        _group(_("Gir poeng – vektene er %(total)s prosent til sammen", total=total), scored),
    ]


def bound_groups(call: Call) -> list[Group]:
    """Show what the grants as a whole keep to, in one list."""
    return [_group(None, call.bounds)]


def plan_groups(call: Call) -> list[Group]:
    """Show the payment plan with the sum of its percents."""
    total = sum(step.percent for step in call.plan_steps)
    return [_group(_("Delene er %(total)s prosent til sammen", total=total), call.plan_steps)]


def _group(title: str | None, found: Sequence[Row]) -> Group:
    last = len(found)
    shown = [
        RowShown(row, _name(row), _notes(row), place == 1, place == last)
        for place, row in enumerate(found, start=1)
    ]
    return Group(title, shown)


def _with_conditions(group: Group, found: Sequence[Question], whens: Mapping[str, str]) -> Group:
    shown = [
        replace(row, notes=[*row.notes, whens[question.code]]) if question.code in whens else row
        for row, question in zip(group.rows, found, strict=True)
    ]
    return Group(group.title, shown)


def _name(row: Row) -> str:
    match row:
        case RequiredAttachment():
            return said(row.label)
        case PortfolioBound():
            return group_said(row.trait, row.value)
        case PlanStep():
            trigger = words.say(row.trigger)
            if row.day_of_year:
                trigger = _("%(day)s i budsjettåret", day=row.day_of_year)
            return str(_("%(percent)s prosent %(trigger)s", percent=row.percent, trigger=trigger))
        case _:
            return f"{row.code} {said(_title(row))}"


def _title(row: Activity | Condition | Question | Criterion) -> Bilingual:
    match row:
        case Activity():
            return row.text
        case Condition():
            return row.title
        case Question():
            return row.label
        case Criterion():
            return row.name


def _notes(row: Row) -> list[str]:
    match row:
        case Activity():
            return [said(row.reason)] if row.reason else []
        case Condition():
            return [said(row.text)]
        case Question():
            must = _("må besvares") if row.required else _("kan stå tomt")
            choices = [" · ".join(said(choice.label) for choice in row.choices)]
            version = _("versjon %(version)s", version=row.code_version)
            return [f"{how(row)}, {must}, {version}", *(choices if row.choices else [])]
        case Criterion():
            weight = [_("vekt %(weight)s prosent", weight=row.weight)] if row.scored else []
            return [*weight, said(row.guidance)]
        case PortfolioBound():
            return [", ".join(limits_said(row)), said(row.note)]
        case _:
            return []
