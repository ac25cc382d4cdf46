"""A party's objection to a person's handling, and the leader's ruling with a substitute."""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Organisation, Person
from accounts.permissions import Permission
from applications import journal
from applications.models import Application
from assessments.holding import hold_round
from assessments.impartiality.models import Objection, Ruling
from assessments.impartiality.parties import participants_of
from assessments.impartiality.rulers import refusal_to_rule, who_rule
from assessments.impartiality.standing import said_in
from assessments.impartiality.tasks import rests_on, tasks_left_by
from assessments.models import Declaration, Task
from assessments.notes import RULED, CaseNote
from assessments.notices import ask_leader
from assessments.placing import Wish, displace, place
from assessments.refusals import Refusal
from assessments.rights import require_words
from criteria.impartiality import Outcome, Said, awaits_ruling
from criteria.procedure import Act
from foundation.database import db, locked, transaction
from foundation.errors import ForbiddenError, RuleBrokenError


def record_objection(
    application: Application,
    person: Person,
    party: Organisation,
    *,
    text: str,
    by: Person,
    at: datetime,
) -> Objection:
    """Write down that a party objects to a person's handling: the case closes to the person until ruled.

    The person's leader is told that a ruling waits. Raises RuleBrokenError: not a party, nothing said.
    """
    with transaction():
        locked(application)
        if party.id not in participants_of(application.id):
            raise RuleBrokenError(Refusal.ONLY_WHO_TAKES_PART)
        objection = Objection(
            application_id=application.id,
            person_id=person.id,
            organisation_id=party.id,
            text=require_words(text),
            recorded_at=at,
            recorded_by_id=by.id,
        )
        db.session.add(objection)
        journal.note(
            application, CaseNote.OBJECTED, by=by, at=at, public=False,
            name=person.name, party=party.name,
        )  # fmt: skip
        db.session.flush()  # what the leader is told of is read from the rows
        ask_leader(application, person, at=at)
    return objection


def rule(
    application: Application,
    person: Person,
    outcome: Outcome,
    *,
    reason: str,
    substitute: Person | None = None,
    by: Person,
    at: datetime,
) -> Ruling:
    """Rule on a person's impartiality in a case; an earlier ruling is superseded.

    Ruled partial, the person is taken off, and a substitute takes the tasks over in the same act. A score
    that rests on the person's marks does not stand: the case goes back to be assessed anew. Of this and the
    person's finishing of marks at once, the case's lock lets one be first, and either way the marks do not
    count. Raises RuleBrokenError: not the one to rule, nothing to rule on, no reason, unfit substitute.
    """
    with transaction():
        hold_round(application.call_id)
        locked(application)
        _require_right_to_rule(application, person, by)
        ruling = Ruling(
            application_id=application.id,
            person_id=person.id,
            outcome=outcome,
            reason=require_words(reason),
            declaration_id=_newest(Declaration, application, person),
            objection_id=_newest(Objection, application, person),
            ruled_at=at,
            ruled_by_id=by.id,
        )
        db.session.add(ruling)
        journal.note(application, RULED[outcome], by=by, at=at, public=False, name=person.name)
        if outcome is Outcome.PARTIAL:
            db.session.flush()  # the person is hindered from now on, also to what follows
            _put_aside(application, person, by, at)
            if substitute is not None:
                _hand_over(_tasks_of(application, person, at), application, substitute, by, at)
                ruling.substitute_id = substitute.id
    return ruling


def _require_right_to_rule(application: Application, person: Person, by: Person) -> None:
    if by.id not in who_rule([by.id]):
        raise ForbiddenError(Permission.IMPARTIALITY_RULE.value)
    refusal = refusal_to_rule(by.id, person.id, application.id)
    if refusal is not None:
        raise RuleBrokenError(refusal)
    said = said_in([person.id], [application.id]).get((person.id, application.id), Said())
    if said.ruled is None and not awaits_ruling(said):
        raise RuleBrokenError(Refusal.NOTHING_TO_RULE)


def _newest(  # what the ruling answers: what comes later is not answered by it
    model: type[Declaration | Objection], application: Application, person: Person
) -> int | None:
    return db.session.scalars(
        select(model.id)
        .where(model.application_id == application.id, model.person_id == person.id)
        .order_by(model.id.desc())
        .limit(1)
    ).first()


def _put_aside(application: Application, person: Person, by: Person, at: datetime) -> None:
    """Take a partial person off, and send the case back where its score rests on that person."""
    displace(application, person, by=by, at=at)
    if rests_on(application, person.id):
        journal.move(application, Act.RETURN_TO_ASSESSMENT, by=by, at=at, name=person.name)


def _tasks_of(application: Application, person: Person, at: datetime) -> tuple[Task, ...]:
    tasks = tasks_left_by(application, person.id, at)
    if not tasks:
        raise RuleBrokenError(Refusal.SUBSTITUTE_WITHOUT_TASK)
    return tasks


def _hand_over(
    tasks: tuple[Task, ...], application: Application, substitute: Person, by: Person, at: datetime
) -> None:
    for task in tasks:
        place(Wish(application, substitute, task), by, at)
