"""Which projects said in their application that they will use a standard of the register."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from accounts.models import Organisation
from applications.models import Answer, Application
from figures.queries.parts import AWARDS, in_force, leads
from foundation.database import db
from grants.models import Question
from grants.registers.services.offering import CODE


@dataclass(frozen=True, slots=True)
class User:
    """A project with a grant."""

    case_number: str
    lead: str


def users_of(code: str) -> Sequence[User]:
    """List the cases with an award in force that picked a standard, by case number. One query."""
    awards, lead = in_force(), leads()
    rows = db.session.execute(
        select(Application.case_number, Organisation.name, Answer.value)
        .join(awards, awards.c.application_id == Application.id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .join(Answer, Answer.application_id == Application.id)
        .join(Question, Question.id == Answer.question_id)
        .where(
            awards.c.outcome.in_(AWARDS),
            Question.code == CODE,
            Answer.irrelevant_because.is_(None),
            Answer.value.contains(code, autoescape=True),
        )
        .order_by(Application.case_number)
    )
    return [User(number or "", name) for number, name, value in rows if code in value.split()]
