"""Whether an application is complete enough to hand in, and what is missing (inv. 34, 65, 385).

The applicant sees every lack at once, by the section of the form it belongs to. Rules of the scheme
are not asked here; see `criteria.eligibility`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from criteria import asking
from criteria.asking import Asking, ShownWhen
from criteria.budget import Breach, BudgetProblem
from criteria.costkey import KeyProblem
from criteria.eligibility.facts import LEAD, PARTICIPANT, PartnerFacts
from foundation.money import Ore

DECLARATION = "declaration"
"""The kind of question that is answered by declaring something."""
DECLARED = "yes"
"""The answer that makes a declaration; anything else leaves it unmade."""


class Section(StrEnum):
    """The sections of the application form, in order."""

    BASICS = "basics"
    PARTNERS = "partners"
    ACTIVITIES = "activities"
    BUDGET = "budget"
    QUESTIONS = "questions"
    ATTACHMENTS = "attachments"


class Lack(StrEnum):
    """What can be missing or too much."""

    TITLE_MISSING = "title_missing"
    PERIOD_MISSING = "period_missing"
    CONTACT_MISSING = "contact_missing"
    PARTNER_MISSING = "partner_missing"
    PARTNER_UNCONFIRMED = "partner_unconfirmed"
    ACTIVITY_MISSING = "activity_missing"
    BUDGET_MISSING = "budget_missing"
    BUDGET_BREACH = "budget_breach"
    COST_KEY = "cost_key"
    ANSWER_MISSING = "answer_missing"
    CELLS_MISSING = "cells_missing"
    ANSWER_TOO_LONG = "answer_too_long"
    DECLARATION_MISSING = "declaration_missing"
    ATTACHMENT_MISSING = "attachment_missing"


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell that a begun row of a table must have: the row, counted from 1, and the column's code."""

    row: int
    column: str


@dataclass(frozen=True, slots=True)
class TableFact:
    """What a table must have in each row, and which columns each row has filled in."""

    required: tuple[str, ...]
    rows: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A lack and its subject: a field, an organisation, a code of a question or attachment.

    `gaps` are the cells that a table lacks.
    """

    section: Section
    lack: Lack
    subject: str
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionFact:
    """A question of the call and its answer, if any. `irrelevant`: answered by «not relevant, because»."""

    code: str
    required: bool
    kind: str
    answer: str | None
    max_chars: int | None
    shown_when: ShownWhen | None = None
    irrelevant: bool = False
    table: TableFact | None = None
    """Of a table with columns that each row must have."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An application as far as it has come."""

    title: str
    start_on: date | None
    end_on: date | None
    contact_name: str
    contact_email: str
    activities: frozenset[str]
    budget_breaches: tuple[Breach, ...]
    asked: Ore
    questions: tuple[QuestionFact, ...]
    partners: tuple[PartnerFacts, ...]
    required_attachments: tuple[str, ...]
    attachments: frozenset[str]
    cost_key: KeyProblem | None = None
    """Why the key that the members have agreed on divides nothing, if so."""


def missing(draft: Draft) -> tuple[Missing, ...]:
    """List everything that keeps a draft from being handed in, section by section."""
    return (
        *_of_basics(draft),
        *_of_partners(draft.partners),
        *_of_activities(draft),
        *_of_budget(draft),
        *unanswered(draft.questions),
        *_of_attachments(draft),
    )


def _of_basics(draft: Draft) -> Iterator[Missing]:
    if not draft.title.strip():
        yield Missing(Section.BASICS, Lack.TITLE_MISSING, "title")
    for subject, day in (("start_on", draft.start_on), ("end_on", draft.end_on)):
        if day is None:
            yield Missing(Section.BASICS, Lack.PERIOD_MISSING, subject)
    contact = (("contact_name", draft.contact_name), ("contact_email", draft.contact_email))
    for subject, text in contact:
        if not text.strip():
            yield Missing(Section.BASICS, Lack.CONTACT_MISSING, subject)


def _of_partners(partners: tuple[PartnerFacts, ...]) -> Iterator[Missing]:
    if not any(partner.role == LEAD for partner in partners):
        yield Missing(Section.PARTNERS, Lack.PARTNER_MISSING, LEAD)
    for partner in partners:
        if partner.role == PARTICIPANT and not partner.confirmed:
            subject = str(partner.organisation)
            yield Missing(Section.PARTNERS, Lack.PARTNER_UNCONFIRMED, subject)


def _of_activities(draft: Draft) -> Iterator[Missing]:
    if not draft.activities:
        yield Missing(Section.ACTIVITIES, Lack.ACTIVITY_MISSING, "activities")


def _of_budget(draft: Draft) -> Iterator[Missing]:
    if draft.asked <= 0:
        yield Missing(Section.BUDGET, Lack.BUDGET_MISSING, "budget")
    problems = dict.fromkeys(breach.problem for breach in draft.budget_breaches)
    for problem in problems:
        if problem is not BudgetProblem.NOTHING_ASKED:  # already told as a missing budget
            yield Missing(Section.BUDGET, Lack.BUDGET_BREACH, problem)
    if draft.cost_key is not None:
        yield Missing(Section.BUDGET, Lack.COST_KEY, draft.cost_key)


def asked_of(questions: Sequence[QuestionFact]) -> frozenset[str]:
    """Give the codes of the questions that an application has to answer, given in the form's order."""
    return asking.asked(
        [
            Asking(one.code, one.shown_when, "" if one.irrelevant else (one.answer or "").strip())
            for one in questions
        ]
    )


def unanswered(questions: tuple[QuestionFact, ...]) -> Iterator[Missing]:
    """List what some questions lack, given in the form's order: the same in applications and reports."""
    asked = asked_of(questions)
    for question in questions:
        if question.irrelevant or question.code not in asked:
            continue
        lack, gaps = _lack_of_answer(question), gaps_in(question.table)
        if lack is not None:
            yield Missing(Section.QUESTIONS, lack, question.code)
        elif gaps:
            yield Missing(Section.QUESTIONS, Lack.CELLS_MISSING, question.code, gaps)


def gaps_in(table: TableFact | None) -> tuple[Gap, ...]:
    """List the cells that begun rows must have and have not, row by row. An empty row is not begun."""
    if table is None:
        return ()
    return tuple(
        Gap(number, column)
        for number, filled in enumerate(table.rows, start=1)
        for column in table.required
        if filled and column not in filled
    )


def _lack_of_answer(question: QuestionFact) -> Lack | None:
    answer = (question.answer or "").strip()
    if question.kind == DECLARATION:
        return Lack.DECLARATION_MISSING if question.required and answer != DECLARED else None
    if question.required and not answer:
        return Lack.ANSWER_MISSING
    if question.max_chars is not None and written_length(answer) > question.max_chars:
        return Lack.ANSWER_TOO_LONG
    return None


def written_length(text: str) -> int:
    """Count characters as a person does: a line break is one, though browsers send two."""
    return len(text.replace("\r\n", "\n"))


def _of_attachments(draft: Draft) -> Iterator[Missing]:
    for code in draft.required_attachments:
        if code not in draft.attachments:
            yield Missing(Section.ATTACHMENTS, Lack.ATTACHMENT_MISSING, code)
