"""The act by which an applicant lets a draft follow a new edition of its call."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from accounts.models import Person
from applications import facts, journal
from applications.documents import OTHER
from applications.holding import hold, hold_draft
from applications.models import Answer, Application, ChosenActivity
from applications.queries.parts import read_calls
from applications.refusals import Refusal
from applications.rounds.moving import Move, plan_move
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError, StaleError
from grants import rounds
from grants.models import Call


def follow_edition(
    application: Application, number: int, *, by: Person, at: datetime
) -> Application:
    """Let a draft follow the newest edition of its call, the one that the person has seen.

    Answers and activities are known again by their codes; what the edition does not ask for or support
    any more goes. A part that changes thereby must be confirmed anew. Raises StaleError when a newer
    edition has come meanwhile, RuleBrokenError when the draft follows the newest already.
    """
    with transaction():
        held = hold_draft(application.id, by)
        target = rounds.newest(held.call_id)
        if target.id == held.call_id:
            raise RuleBrokenError(Refusal.FOLLOWS_NEWEST)
        if target.edition != number:
            raise StaleError
        read_calls([held.call_id])
        move = plan_move(held, target)
        _move_answers(held, move)
        _move_activities(held, move)
        _move_lines(held, move)
        _move_documents(held, move, target)
        _bind(held, target)
        journal.note(
            held, "followed_edition", by=by, at=at, public=True,
            number=target.edition, lost=len(move.lost), lines=len(move.lines),
        )  # fmt: skip
    return held


def _move_answers(application: Application, move: Move) -> None:
    lost = {one.id for one in move.lost}
    new = {old: after.id for old, after in move.questions.items() if old not in lost}
    _rekey(Answer, application, "question_id", new)


def _move_activities(application: Application, move: Move) -> None:
    supported = {old: new.id for old, new in move.activities.items() if new.supported}
    _rekey(ChosenActivity, application, "activity_id", supported)


def _rekey(
    table: type[Answer | ChosenActivity], application: Application, key: str, new: dict[int, int]
) -> None:
    """Write an application's rows of a table anew under other keys; those without one are gone."""
    columns = [column.key for column in table.__mapper__.column_attrs]
    own = table.application_id == application.id
    rows = [
        {name: getattr(row, name) for name in columns}
        for row in db.session.scalars(select(table).where(own))
    ]
    db.session.execute(delete(table).where(own))
    moved = [{**row, key: new[row[key]]} for row in rows if row[key] in new]
    if moved:
        db.session.execute(insert(table), moved)


def _move_lines(application: Application, move: Move) -> None:
    gone = {line.id for line in move.lines}
    for line in application.budget_lines:
        if line.id in gone:
            db.session.delete(line)
        else:
            line.activity_id = move.activities[line.activity_id].id


def _move_documents(application: Application, move: Move, target: Call) -> None:
    """Keep every document; what the edition does not ask for is simply there."""
    wanted = {one.code for one in target.required_attachments}
    for document in application.attachments:
        asked = move.questions.get(document.question_id or 0)
        if document.kind not in wanted and asked is None:
            document.kind = OTHER
        document.question_id = asked.id if asked is not None else None


def _bind(application: Application, target: Call) -> None:
    application.call_id = target.id
    application.asked = facts.asked_in(
        line for line in application.budget_lines if line not in db.session.deleted
    )
    db.session.flush()
    hold(application.id)  # the act goes on with what the application holds now
