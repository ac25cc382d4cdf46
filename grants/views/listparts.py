"""The parts of a call that are lists of rows: how each is typed, added to, changed and shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeAlias, TypeVar

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.queries import county_names
from foundation import clock
from grants import services
from grants.forms.bounds import BoundForm, bound_form
from grants.forms.criteria import CriterionForm, criterion_form
from grants.forms.draft import VersionedForm
from grants.forms.questions import ChangeQuestionForm, NewQuestionForm, question_form
from grants.forms.rows import (
    ActivityForm,
    AttachmentForm,
    ConditionForm,
    PlanStepForm,
    activity_form,
    attachment_form,
    condition_form,
    plan_step_form,
)
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
from grants.purposes import ADDRESSES, PART_OF
from grants.rows import Row
from grants.shown import rows as shown
from grants.shown.rows import Group
from grants.wordings import is_of_draft_alone
from grants.words import CallPart

RowT = TypeVar("RowT", bound=Row)
FormT = TypeVar("FormT", bound=VersionedForm)


@dataclass(frozen=True, slots=True)
class ListPart(Generic[RowT, FormT]):
    """One list: what its pages are called, its form (of a row, or empty), its two acts, its groups."""

    part: CallPart
    adding: LazyString
    changing: LazyString
    template: str
    rows: Callable[[Call], Sequence[RowT]]
    form: Callable[[Call, RowT | None], FormT]
    add: Callable[[Call, FormT, Person, datetime], object]
    change: Callable[[Call, RowT, FormT, Person, datetime], object]
    groups: Callable[[Call], list[Group]]


AnyPart: TypeAlias = ListPart[Any, Any]


def _questions(purpose: Purpose) -> ListPart[Question, NewQuestionForm | ChangeQuestionForm]:
    """Let the questions of a purpose be a list; words that are this draft's own may be polished."""

    def form(call: Call, row: Question | None) -> NewQuestionForm | ChangeQuestionForm:
        own = row is not None and is_of_draft_alone(row.code, row.code_version, call)
        return question_form(call, row, purpose=purpose, polishing=own)

    return ListPart(
        PART_OF[purpose],
        _l("Legg til et spørsmål"),
        _l("Endre spørsmålet"),
        "grants/row_question.html",
        rows=lambda call: call.asking(purpose),
        form=form,
        add=lambda call, form, by, at: services.add_question(call, form.sheet(call), by=by, at=at),
        change=lambda call, row, form, by, at: services.change_question(
            call, row, form.sheet(call), by=by, at=at
        ),
        groups=lambda call: shown.question_groups(call, purpose),
    )


def _bound_form(call: Call, row: PortfolioBound | None) -> BoundForm:
    return bound_form(call, row, county_names(clock.today()))


ACTIVITIES: ListPart[Activity, ActivityForm] = ListPart(
    CallPart.ACTIVITIES,
    _l("Legg til en aktivitet"),
    _l("Endre aktiviteten"),
    "grants/row_activity.html",
    rows=lambda call: call.activities,
    form=activity_form,
    add=lambda call, form, by, at: services.add_activity(call, form.sheet, by=by, at=at),
    change=lambda call, row, form, by, at: services.change_activity(
        call, row, form.sheet, by=by, at=at
    ),
    groups=shown.activity_groups,
)
CONDITIONS: ListPart[Condition, ConditionForm] = ListPart(
    CallPart.CONDITIONS,
    _l("Legg til et vilkår"),
    _l("Endre vilkåret"),
    "grants/row_condition.html",
    rows=lambda call: call.conditions,
    form=condition_form,
    add=lambda call, form, by, at: services.add_condition(call, form.sheet, by=by, at=at),
    change=lambda call, row, form, by, at: services.change_condition(
        call, row, form.sheet, by=by, at=at
    ),
    groups=shown.condition_groups,
)
ATTACHMENTS: ListPart[RequiredAttachment, AttachmentForm] = ListPart(
    CallPart.ATTACHMENTS,
    _l("Legg til et vedlegg"),
    _l("Endre vedlegget"),
    "grants/row_attachment.html",
    rows=lambda call: call.required_attachments,
    form=attachment_form,
    add=lambda call, form, by, at: services.add_attachment(call, form.sheet, by=by, at=at),
    change=lambda call, row, form, by, at: services.change_attachment(
        call, row, form.sheet, by=by, at=at
    ),
    groups=shown.attachment_groups,
)
CRITERIA: ListPart[Criterion, CriterionForm] = ListPart(
    CallPart.CRITERIA,
    _l("Legg til et kriterium"),
    _l("Endre kriteriet"),
    "grants/row_criterion.html",
    rows=lambda call: call.criteria,
    form=criterion_form,
    add=lambda call, form, by, at: services.add_criterion(call, form.sheet, by=by, at=at),
    change=lambda call, row, form, by, at: services.change_criterion(
        call, row, form.sheet, by=by, at=at
    ),
    groups=shown.criterion_groups,
)
PORTFOLIO: ListPart[PortfolioBound, BoundForm] = ListPart(
    CallPart.PORTFOLIO,
    _l("Legg til en grense for en gruppe"),
    _l("Endre grensen"),
    "grants/row_bound.html",
    rows=lambda call: call.bounds,
    form=_bound_form,
    add=lambda call, form, by, at: services.add_bound(call, form.setting, by=by, at=at),
    change=lambda call, row, form, by, at: services.change_bound(
        call, row, form.setting, by=by, at=at
    ),
    groups=shown.bound_groups,
)
PLAN: ListPart[PlanStep, PlanStepForm] = ListPart(
    CallPart.PLAN,
    _l("Legg til en utbetaling"),
    _l("Endre utbetalingen"),
    "grants/row_plan_step.html",
    rows=lambda call: call.plan_steps,
    form=plan_step_form,
    add=lambda call, form, by, at: services.add_plan_step(
        call, percent=form.share, trigger=form.moment, on=form.on, by=by, at=at
    ),
    change=lambda call, row, form, by, at: services.change_plan_step(
        call, row, percent=form.share, trigger=form.moment, on=form.on, by=by, at=at
    ),
    groups=shown.plan_groups,
)

LIST_PARTS: dict[str, AnyPart] = {
    "aktiviteter": ACTIVITIES,
    "vilkar": CONDITIONS,
    "sporsmal": _questions(Purpose.APPLICATION),
    "vedlegg": ATTACHMENTS,
    "kriterier": CRITERIA,
    "grupper": PORTFOLIO,
    "utbetaling": PLAN,
    **{word: _questions(one) for word, one in ADDRESSES.items() if one is not Purpose.APPLICATION},
}
"""Every list by the word in its address."""
OF_THE_ROUND = (CRITERIA, PORTFOLIO)
"""The lists that belong to a whole round: a later edition changes nothing in them."""
