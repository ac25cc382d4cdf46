"""The office asks about a kommune's figures, and the kommune answers."""

from datetime import datetime

from accounts.models import Person, Role
from applications import journal
from applications.queries import any_application
from assessments.rights import require_unhindered
from decisions.rights import require_role
from followup.benefits import notices, queries
from followup.benefits.holding import hold_project, refuse_others, said
from followup.benefits.models import BenefitQuestion, ProjectBenefit, ProjectIndicator
from followup.benefits.notes import BenefitNote
from followup.benefits.refusals import Refusal
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import NotFoundError, RuleBrokenError


def ask_about(
    indicator: ProjectIndicator, organisation_id: int, text: str, *, by: Person, at: datetime
) -> BenefitQuestion:
    """Ask a kommune about its figures of an indicator.

    Raises RuleBrokenError: no case officer, hindered in the case, nothing asked; NotFoundError for a kommune
    that does not carry the project out.
    """
    with transaction():
        benefit = db.session.get_one(ProjectBenefit, indicator.project_benefit_id)
        case = hold_project(benefit.application_id)
        require_role(by, Role.CASE_OFFICER)
        require_unhindered(by, case.id)
        if not queries.takes_part(case.id, organisation_id):
            raise NotFoundError
        made = BenefitQuestion(
            project_indicator_id=indicator.id,
            organisation_id=organisation_id,
            text=said(text),
            asked_at=at,
            asked_by_id=by.id,
        )
        db.session.add(made)
        journal.note(case, BenefitNote.ASKED, by=by, at=at, public=True, benefit=benefit.code)
        answering = queries.responsibility(case.id).answers(
            benefit.code, organisation_id, clock.in_oslo(at).date()
        )
        notices.tell_asked(any_application(case.id), answering, at)
    return made


def answer_question(question: BenefitQuestion, answer: str, *, by: Person, at: datetime) -> None:
    """Answer what the office asked, as whoever answers for the benefit. Raises RuleBrokenError."""
    with transaction():
        benefit = question.indicator.benefit
        case = hold_project(benefit.application_id)
        refuse_others(benefit, question.organisation_id, by=by, at=at)
        held = locked(question)
        if held.answered_at is not None:
            raise RuleBrokenError(Refusal.ANSWERED_ALREADY)
        held.answer = said(answer, Refusal.ANSWER_MISSING)
        held.answered_at, held.answered_by_id = at, by.id
        journal.note(case, BenefitNote.ANSWERED, by=by, at=at, public=True, benefit=benefit.code)
        notices.tell_answered(any_application(case.id), at)
