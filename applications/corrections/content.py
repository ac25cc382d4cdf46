"""What stands in a section, as facts that can be kept, compared and read again years later."""

from collections.abc import Callable
from typing import NamedTuple

from flask_babel import gettext as _

from applications import contents
from applications.models import Application
from applications.readanswers import shown_answer
from applications.tables import show_rows
from criteria.completeness import Section
from foundation.columns import JsonValue
from foundation.errors import NotFoundError
from foundation.showing import show_text
from grants.models import Question, QuestionKind


class Difference(NamedTuple):
    """A part of a section that was changed: what it is, and how it was and is, as people read it."""

    label: str
    before: str
    after: str


def content_of(application: Application, section: Section) -> JsonValue:
    """Give what stands in a section that may be opened, by the ids of its parts.

    Raises NotFoundError for one that may not (`sections.CORRECTABLE`).
    """
    if section not in _CONTENT:
        raise NotFoundError
    return JsonValue(_CONTENT[section](application))


def differences(
    application: Application, section: Section, before: JsonValue, after: JsonValue
) -> list[Difference]:
    """Say what is changed between two versions of a section, in the order of the call."""
    labels = _LABELS[section](application, {*before, *after})
    changed = [key for key in labels if before.get(key, "") != after.get(key, "")]
    return [
        Difference(
            labels[key],
            _said(application, section, key, before.get(key)),
            _said(application, section, key, after.get(key)),
        )
        for key in changed
    ]


def _activities(application: Application) -> dict[str, object]:
    chosen = contents.activities_of(application)
    return {str(number): description for number, description in sorted(chosen.items())}


def _answers(application: Application) -> dict[str, object]:
    files: dict[int, list[str]] = {}
    for one in application.attachments:
        if one.counts and one.question_id is not None:
            files.setdefault(one.question_id, []).append(one.filename)
    given = {one.question_id: one for one in application.answers}
    return {
        str(number): {
            "value": given[number].value if number in given else "",
            "because": (given[number].irrelevant_because or "") if number in given else "",
            "files": files.get(number, []),
        }
        for number in sorted(given.keys() | files.keys())
    }


def _documents(application: Application) -> dict[str, object]:
    return {
        str(one.id): one.filename
        for one in application.attachments
        if one.counts and one.question_id is None
    }


_CONTENT: dict[Section, Callable[[Application], dict[str, object]]] = {
    Section.ACTIVITIES: _activities,
    Section.QUESTIONS: _answers,
    Section.ATTACHMENTS: _documents,
}


def _activity_labels(application: Application, keys: set[str]) -> dict[str, str]:
    asked = sorted(application.call.activities, key=lambda one: one.position)
    return {str(one.id): show_text(one.text) for one in asked if str(one.id) in keys}


def _question_labels(application: Application, keys: set[str]) -> dict[str, str]:
    return {
        str(one.id): show_text(one.label)
        for one in application.call.questions
        if str(one.id) in keys
    }


def _document_labels(application: Application, keys: set[str]) -> dict[str, str]:
    del application
    return {key: str(_("Vedlegg")) for key in sorted(keys, key=int)}


_LABELS: dict[Section, Callable[[Application, set[str]], dict[str, str]]] = {
    Section.ACTIVITIES: _activity_labels,
    Section.QUESTIONS: _question_labels,
    Section.ATTACHMENTS: _document_labels,
}


def _said(application: Application, section: Section, key: str, kept: object) -> str:
    if kept is None:
        return ""
    if section is not Section.QUESTIONS or not isinstance(kept, dict):
        return str(kept)
    question = next(one for one in application.call.questions if str(one.id) == key)
    if kept["because"]:
        return str(_("Ikke relevant, fordi %(reason)s", reason=kept["because"]))
    return "\n\n".join(filter(None, [_answered(question, str(kept["value"])), *kept["files"]]))


def _answered(question: Question, value: str) -> str:
    if question.kind is QuestionKind.TABLE:
        return "\n\n".join(" – ".join(row) for row in show_rows(question, value))
    return shown_answer(question, value)
