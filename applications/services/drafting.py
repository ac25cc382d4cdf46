"""Acts on a draft: begin it, say what it is, choose activities, answer questions."""

from collections.abc import Mapping
from datetime import datetime

from accounts.models import Organisation, Person
from applications import beginning, contents, sittings
from applications.answering import refuse_unfit
from applications.contents import Basics
from applications.holding import hold_draft
from applications.models import Answer, Application, ChosenActivity
from applications.refusals import Refusal
from criteria.completeness import Section
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from grants.models import Activity, Call


def start_application(
    call: Call, lead: Organisation, *, title: str, by: Person, at: datetime
) -> Application:
    """Begin an application of an open call, led by an organisation that the person acts for.

    Raises RuleBrokenError when the call is not open, the organisation may not lead, or the title is
    empty. The person becomes the contact until somebody else is named.
    """
    with transaction():
        application, _ = beginning.begin(call.id, lead, title=title, by=by, at=at)
    return application


def change_basics(
    application: Application,
    basics: Basics,
    *,
    by: Person,
    at: datetime,
    seen: str | None = None,
    auto: bool = False,
) -> None:
    """Write the first section anew. A changed title or period voids every confirmation.

    `seen` is the seal of what the writer saw; `auto`: the page saves by itself. Raises
    StaleError when somebody else has written since, RuleBrokenError for an empty
    title, a period that ends before it begins, and a page that would void a confirmation by itself.
    """
    with transaction():
        held = hold_draft(application.id, by, at)
        confirmed = sittings.standing(held)
        contents.refuse_stale(seen, contents.seal_basics(contents.basics_of(held)))
        if not basics.title.strip():
            raise RuleBrokenError(Refusal.TITLE_MISSING)
        if basics.start_on and basics.end_on and basics.end_on < basics.start_on:
            raise RuleBrokenError(Refusal.PERIOD_BACKWARDS)
        held.title = basics.title.strip()
        held.collaboration_name = basics.collaboration_name.strip()
        held.legal_form = basics.legal_form
        held.start_on, held.end_on = basics.start_on, basics.end_on
        held.contact_name = basics.contact_name.strip()
        held.contact_email = basics.contact_email.strip()
        held.contact_phone = basics.contact_phone.strip()
        if auto:
            sittings.refuse_fall(held, confirmed)
        sittings.note_saved(held, "application.basics_saved", by=by, at=at, auto=auto)


def choose_activities(
    application: Application,
    descriptions: Mapping[int, str],
    *,
    by: Person,
    at: datetime,
    seen: str | None = None,
    auto: bool = False,
) -> None:
    """Choose the supported activities, each with a description; what is left out is not chosen.

    Raises StaleError, or RuleBrokenError for an activity that the call does not support, and for one
    that is left out while the budget still has money for it.
    """
    with transaction():
        held = hold_draft(application.id, by, at, section=Section.ACTIVITIES)
        contents.refuse_stale(seen, contents.seal_texts(contents.activities_of(held)))
        _refuse_activities(held, descriptions)
        chosen = {one.activity_id: one for one in held.chosen_activities}
        for activity_id in chosen.keys() - descriptions.keys():
            db.session.delete(chosen[activity_id])
        for activity_id, description in descriptions.items():
            row = chosen.get(activity_id)
            if row is None:
                row = ChosenActivity(application_id=held.id, activity_id=activity_id)
                db.session.add(row)
            row.description = description.strip()
        sittings.note_saved(
            held, "application.activities_saved", by=by, at=at, auto=auto, count=len(descriptions)
        )
        db.session.flush()
        db.session.refresh(held, attribute_names=["chosen_activities"])


def answer_questions(
    application: Application,
    answers: Mapping[int, str],
    *,
    irrelevant: Mapping[int, str] | None = None,
    by: Person,
    at: datetime,
    seen: str | None = None,
    auto: bool = False,
) -> None:
    """Answer some of the call's questions; an empty answer takes the old one away.

    `irrelevant` gives the reason for each of them that is not relevant: that is its answer then, and what
    was answered is only kept. A text over its limit is kept and told as a lack, so that nothing is lost.
    Raises StaleError, or RuleBrokenError for a question that the call does not ask and for what cannot be
    its answer.
    """
    with transaction():
        held = hold_draft(application.id, by, at, section=Section.QUESTIONS)
        contents.refuse_stale(seen, contents.seal_answers(held, answers))
        reasons = {number: text.strip() for number, text in (irrelevant or {}).items()}
        refuse_unfit(held.call, answers, reasons)
        given = {answer.question_id: answer for answer in held.answers}
        for question_id, value in answers.items():
            answer = (value.strip(), reasons.get(question_id) or None)
            row = given.get(question_id)
            if not any(answer):
                _take_back(row)
            elif row is None or (row.value, row.irrelevant_because) != answer:
                row = row or _new_answer(held, question_id)
                row.value, row.irrelevant_because = answer
                row.answered_at, row.answered_by_id = at, by.id
        asked = " ".join(map(str, sorted(answers)))
        sittings.note_saved(
            held, "application.answers_saved", by=by, at=at, auto=auto, scope=asked, questions=asked
        )
        db.session.flush()
        db.session.refresh(held, attribute_names=["answers"])


def _refuse_activities(application: Application, descriptions: Mapping[int, str]) -> None:
    supported = {one.id for one in application.call.activities if one.supported}
    if descriptions.keys() - supported:
        raise RuleBrokenError(Refusal.ACTIVITY_NOT_OFFERED)
    funded = {line.activity_id for line in application.budget_lines} & supported
    orphans = [one for one in application.call.activities if one.id in funded - descriptions.keys()]
    if orphans:
        raise RuleBrokenError(Refusal.ACTIVITY_HAS_BUDGET, codes=_codes(orphans))


def _codes(activities: list[Activity]) -> str:
    return ", ".join(activity.code for activity in activities)


def _take_back(row: Answer | None) -> None:
    if row is not None:
        db.session.delete(row)


def _new_answer(application: Application, question_id: int) -> Answer:
    row = Answer(application_id=application.id, question_id=question_id)
    db.session.add(row)
    return row
