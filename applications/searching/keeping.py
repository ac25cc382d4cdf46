"""Keeping what cases say in step with them. Used inside acts, and anew each night."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from sqlalchemy import BindParameter, Table, bindparam, delete, insert, select

from accounts.models import Organisation
from applications.models import (
    Answer,
    Application,
    Attachment,
    ChosenActivity,
    Partner,
    PartnerRole,
)
from applications.searching.models import CaseText, place_of
from applications.searching.terms import words_of, written
from foundation.database import db
from foundation.language import Bilingual
from grants.models import Choice, Question, QuestionKind
from grants.tablecolumns import TableColumn, columns_from

_TABLE = cast("Table", CaseText.__table__)
_BATCH = 500
_IDS: BindParameter[Collection[int]] = bindparam("ids", expanding=True)


@dataclass(slots=True)
class _Said:
    """What a case says: on its cover, and inside."""

    cover: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)


def keep_text(application_ids: Collection[int]) -> None:
    """Write what some cases say now. Drafts say nothing. Call it inside an act."""
    said: defaultdict[int, _Said] = defaultdict(_Said)
    numbers = _covers(application_ids, said)
    for application, text in _inside(application_ids):
        said[application].inside.append(text)
    db.session.execute(delete(_TABLE).where(_TABLE.c.application_id.in_(application_ids)))
    rows = [_row(application, number, said[application]) for application, number in numbers]
    if rows:
        db.session.execute(insert(_TABLE), rows)


def batches() -> Iterator[list[int]]:
    """Give the ids of all cases, some hundreds at a time, oldest first."""
    last = 0
    while True:
        found = list(
            db.session.scalars(
                select(Application.id)
                .where(Application.id > last, Application.case_number.is_not(None))
                .order_by(Application.id)
                .limit(_BATCH)
            )
        )
        if not found:
            return
        last = found[-1]
        yield found


def _row(application: int, number: str, said: _Said) -> dict[str, object]:
    cover = words_of(said.cover)
    return {
        "place": place_of(number),
        "application_id": application,
        "cover": written(cover),
        "words": written(cover | words_of(said.inside)),
        "body": "\n".join(said.inside),
    }


def _covers(ids: Collection[int], said: dict[int, _Said]) -> list[tuple[int, str]]:
    numbers = []
    for row in db.session.execute(_CASES, {"ids": ids}):
        numbers.append((row.id, row.case_number))
        said[row.id].cover += [row.case_number, row.title]
        said[row.id].inside += filter(None, [row.collaboration_name])
    for application, role, name in db.session.execute(_PARTNERS, {"ids": ids}):
        of_case = said[application]
        (of_case.cover if role is PartnerRole.LEAD else of_case.inside).append(name)
    return numbers


def _inside(ids: Collection[int]) -> Iterator[tuple[int, str]]:
    """Give each text inside a case: its activities, answers and documents."""
    for row in db.session.execute(_ACTIVITIES, {"ids": ids}):
        yield row.id, row.text
    for application, value, because, kind, columns in db.session.execute(_ANSWERS, {"ids": ids}):
        if because:
            yield application, because
        elif kind is QuestionKind.TEXT:
            yield application, value
        elif kind is QuestionKind.TABLE:
            yield application, " – ".join(_cells(value, columns_from(columns)))
    for application, label in db.session.execute(_CHOSEN, {"ids": ids}):
        yield application, _both(label)
    for row in db.session.execute(_DOCUMENTS, {"ids": ids}):
        yield row.id, row.text


def _cells(answer: str, columns: Iterable[TableColumn]) -> Iterator[str]:
    """Give the cells of a table as people read them: of what was chosen its label, not its code."""
    labels = {column.code: {one.value: _both(one.label) for one in column.choices} for column in columns}
    for row in json.loads(answer or "[]"):
        for code, value in row.items():
            yield labels.get(code, {}).get(value, value)


def _both(label: Bilingual) -> str:
    return label.nb if label.nb == label.nn else f"{label.nb} / {label.nn}"


_CASES = select(
    Application.id, Application.case_number, Application.title, Application.collaboration_name
).where(Application.id.in_(_IDS), Application.case_number.is_not(None))
_PARTNERS = (
    select(Partner.application_id, Partner.role, Organisation.name)
    .join(Organisation, Organisation.id == Partner.organisation_id)
    .where(Partner.application_id.in_(_IDS), Partner.declined_at.is_(None))
    .order_by(Partner.id)
)
_ACTIVITIES = (
    select(ChosenActivity.application_id.label("id"), ChosenActivity.description.label("text"))
    .where(ChosenActivity.application_id.in_(_IDS))
    .order_by(ChosenActivity.activity_id)
)
_ANSWERS = (
    select(
        Answer.application_id.label("id"),
        Answer.value,
        Answer.irrelevant_because,
        Question.kind,
        Question.table_columns,
    )
    .join(Question, Question.id == Answer.question_id)
    .where(
        Answer.application_id.in_(_IDS),
        Question.kind.in_([QuestionKind.TEXT, QuestionKind.TABLE])
        | Answer.irrelevant_because.is_not(None),
    )
    .order_by(Question.position)
)
_CHOSEN = (
    select(Answer.application_id.label("id"), Choice.label)
    .join(Choice, Choice.question_id == Answer.question_id)
    .where(
        Answer.application_id.in_(_IDS),
        Answer.irrelevant_because.is_(None),
        (" " + Answer.value + " ").contains(" " + Choice.value + " "),
    )
    .order_by(Choice.id)
)
_DOCUMENTS = (
    select(Attachment.application_id.label("id"), Attachment.filename.label("text"))
    .where(
        Attachment.application_id.in_(_IDS),
        Attachment.removed_at.is_(None),
        Attachment.infected_at.is_(None),
    )
    .order_by(Attachment.id)
)
