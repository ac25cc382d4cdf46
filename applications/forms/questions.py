"""A group of the call's questions, each as the field that its kind asks for."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from wtforms import BooleanField, Field, RadioField, TextAreaField
from wtforms.validators import Optional

from applications.answering import LONGEST_ANSWER
from applications.contents import answers_of, seal_texts
from applications.forms.parts import Counted, MayWait, Room, SectionForm
from applications.models import Application
from criteria.completeness import DECLARED
from foundation.fields import CheckboxesField, OsloDateField, WholeNumberField
from foundation.showing import show_text
from grants.models import Question, QuestionKind


class Asked(NamedTuple):
    """A question with its field."""

    question: Question
    field: Any


class QuestionsForm(SectionForm):
    """One field for each question; `questions_form` adds them."""

    questions: tuple[Question, ...] = ()

    @property
    def asked(self) -> list[Asked]:
        """Give the questions with their fields, in the call's order."""
        return [Asked(question, self[field_name(question)]) for question in self.questions]

    def answers(self) -> dict[int, str]:
        """Give what was answered, as it is kept; what is empty is no answer."""
        return {one.question.id: _kept(one.field.data) for one in self.asked}


def field_name(question: Question) -> str:
    """Give the name and id of a question's field on the page."""
    return f"q-{question.id}"


def questions_form(
    application: Application, questions: Iterable[Question], **given: object
) -> QuestionsForm:
    """Show some questions as they are answered, or as the answers were typed."""
    asked = tuple(questions)
    stands = answers_of(application, [question.id for question in asked])
    fields: dict[str, object] = {"questions": asked}
    data: dict[str, object] = {"seen": seal_texts(stands)}
    for question in asked:
        fields[field_name(question)] = _MAKE[question.kind](question)
        data[field_name(question)] = _shown(question, stands[question.id])
    form_class = type("AskedQuestionsForm", (QuestionsForm,), fields)
    form: QuestionsForm = form_class(data=data, **given)
    for one in form.asked:
        if isinstance(one.field, RadioField | CheckboxesField):
            one.field.choices = _choices(one.question)
    return form


def _kept(data: object) -> str:
    if data is None or data is False:
        return ""
    if data is True:
        return DECLARED
    if isinstance(data, list):
        return " ".join(map(str, data))
    if isinstance(data, date):
        return data.isoformat()
    return str(data)


def _shown(question: Question, answer: str) -> object:
    """Give a kept answer as its field's data."""
    match question.kind:
        case QuestionKind.CHOICES:
            return answer.split()
        case QuestionKind.DECLARATION:
            return answer == DECLARED
        case QuestionKind.NUMBER:
            return int(answer) if answer else None
        case QuestionKind.DATE:
            return date.fromisoformat(answer) if answer else None
        case QuestionKind.CHOICE:
            return answer or None
        case QuestionKind.TEXT:
            return answer


def _text(question: Question) -> Field:
    counted = [Counted(question.max_chars)] if question.max_chars else []
    return TextAreaField(
        _label(question), [_may_wait(question), *counted, Room(LONGEST_ANSWER)],
        description=_hint(question),
    )  # fmt: skip


def _number(question: Question) -> Field:
    return WholeNumberField(_label(question), [_may_wait(question)], description=_hint(question))


def _date(question: Question) -> Field:
    return OsloDateField(_label(question), [_may_wait(question)], description=_hint(question))


def _choice(question: Question) -> Field:
    return RadioField(_label(question), [_may_wait(question)], description=_hint(question))


def _several(question: Question) -> Field:
    return CheckboxesField(_label(question), [_may_wait(question)], description=_hint(question))


def _declaration(question: Question) -> Field:
    return BooleanField(_label(question), description=_hint(question))


_MAKE: dict[QuestionKind, Callable[[Question], Field]] = {
    QuestionKind.TEXT: _text,
    QuestionKind.NUMBER: _number,
    QuestionKind.DATE: _date,
    QuestionKind.CHOICE: _choice,
    QuestionKind.CHOICES: _several,
    QuestionKind.DECLARATION: _declaration,
}


def _label(question: Question) -> str:
    return show_text(question.label)


def _hint(question: Question) -> str:
    return show_text(question.help) if question.help else ""


def _may_wait(question: Question) -> Optional:
    """Let the answer wait; one that is never asked for is told as optional."""
    return MayWait() if question.required else Optional()


def _choices(question: Question) -> list[tuple[str, str]]:
    return [(choice.value, show_text(choice.label)) for choice in question.choices]
