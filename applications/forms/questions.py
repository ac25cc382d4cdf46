"""A group of the call's questions, each as the field that its kind asks for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from werkzeug.datastructures import FileStorage
from wtforms import Field, RadioField

from applications.answering import LONGEST_REASON
from applications.contents import answers_of, reasons_of, seal_of
from applications.documents import Document, answering
from applications.forms.filesfield import Received
from applications.forms.kinds import (
    BECAUSE,
    IRRELEVANT,
    REMOVE,
    field_for,
    field_name,
    irrelevant_fields,
    shown_in,
)
from applications.forms.parts import SectionForm
from applications.forms.tablefield import TableField
from applications.models import Application
from criteria.completeness import DECLARED
from foundation.fields import CheckboxesField
from foundation.showing import show_text
from grants.models import Question, QuestionKind

__all__ = [
    "LONGEST_REASON",
    "Answered",
    "Asked",
    "QuestionsForm",
    "answers_form",
    "field_name",
    "questions_form",
]


@dataclass(frozen=True, slots=True)
class Answered:
    """How some questions are answered: values, why some are not relevant, and files, by their ids.

    `seal`: of what stands, so that nobody writes over what they have not seen.
    """

    values: Mapping[int, str]
    reasons: Mapping[int, str]
    files: Mapping[int, Sequence[Document]]
    seal: str

    @classmethod
    def in_(cls, application: Application, questions: Iterable[Question]) -> "Answered":
        """Read how questions are answered in an application."""
        asked = list(questions)
        numbers = [one.id for one in asked]
        values, reasons = answers_of(application, numbers), reasons_of(application, numbers)
        return cls(
            values=values,
            reasons=reasons,
            files={one.id: answering(application, one) for one in asked},
            seal=seal_of(values, reasons),
        )


class Asked(NamedTuple):
    """A question with its field; and, where it may be irrelevant or is a file, the fields for that."""

    question: Question
    field: Any
    irrelevant: Any
    because: Any
    remove: Any


class QuestionsForm(SectionForm):
    """The fields of each question; `questions_form` adds them."""

    questions: tuple[Question, ...] = ()

    @property
    def asked(self) -> list[Asked]:
        """Give the questions with their fields, in the call's order."""
        return [self._asked(question) for question in self.questions]

    def answers(self) -> dict[int, str]:
        """Give what was answered, as it is kept; what is empty is no answer."""
        return {one.question.id: _kept(one.field) for one in self.asked}

    def reasons(self) -> dict[int, str]:
        """Give why questions are not relevant, for those that were said not to be."""
        return {
            one.question.id: one.because.data
            for one in self.asked
            if one.irrelevant is not None and one.irrelevant.data
        }

    def uploads(self) -> Iterator[tuple[Question, Received]]:
        """Give the files that were chosen, each with its question. Only after validation."""
        for one in self.asked:
            if one.question.kind is QuestionKind.FILE:
                for received in one.field.received:
                    yield one.question, received

    def removed(self) -> set[int]:
        """Give the ids of the documents that were ticked to be taken away."""
        return {
            int(number) for one in self.asked if one.remove is not None for number in one.remove.data
        }

    def _asked(self, question: Question) -> Asked:
        name = field_name(question)
        fields = {field.name: field for field in self}
        more = (fields.get(f"{name}{part}") for part in (IRRELEVANT, BECAUSE, REMOVE))
        return Asked(question, fields[name], *more)


def questions_form(
    application: Application, questions: Iterable[Question], **given: object
) -> QuestionsForm:
    """Show some questions of an application as they are answered, or as the answers were typed."""
    asked = tuple(questions)
    return answers_form(asked, Answered.in_(application, asked), **given)


def answers_form(asked: tuple[Question, ...], stands: Answered, **given: object) -> QuestionsForm:
    """Show some questions as they are answered, wherever the answers are kept, or as they were typed."""
    reasons = stands.reasons
    fields: dict[str, object] = {"questions": asked}
    data: dict[str, object] = {"seen": stands.seal}
    for question in asked:
        name = field_name(question)
        fields[name] = field_for(question)
        data[name] = shown_in(question, stands.values.get(question.id, ""))
        if question.may_be_irrelevant:
            fields |= irrelevant_fields(question)
            data[f"{name}{IRRELEVANT}"] = question.id in reasons
            data[f"{name}{BECAUSE}"] = reasons.get(question.id, "")
        if question.kind is QuestionKind.FILE:
            fields[f"{name}{REMOVE}"] = CheckboxesField(show_text(question.label))
    form_class = type("AskedQuestionsForm", (QuestionsForm,), fields)
    form: QuestionsForm = form_class(data=data, **given)
    for one in form.asked:
        if isinstance(one.field, RadioField | CheckboxesField):
            one.field.choices = _choices(one.question)
        if one.remove is not None:
            one.remove.choices = [
                (str(file.id), file.filename) for file in stands.files.get(one.question.id, ())
            ]
            one.remove.data = one.remove.data or []
    return form


def _kept(field: Field) -> str:
    data = field.data
    if isinstance(field, TableField):
        return field.kept
    if data is None or data is False or _is_files(data):
        return ""
    if data is True:
        return DECLARED
    if isinstance(data, list):
        return " ".join(map(str, data))
    if isinstance(data, date):
        return data.isoformat()
    return str(data)


def _is_files(data: object) -> bool:
    return isinstance(data, list) and any(isinstance(one, FileStorage) for one in data)


def _choices(question: Question) -> list[tuple[str, str]]:
    return [(choice.value, show_text(choice.label)) for choice in question.choices]


