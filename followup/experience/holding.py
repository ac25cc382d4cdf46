"""Holding a project's accounts of experience while an act decides."""

from sqlalchemy import select

from accounts.models import Person, Role
from applications.models import Application
from criteria.duties import DutyKind
from followup.experience.models import Experience
from followup.experience.queries import whole
from followup.experience.refusals import Refusal
from followup.holding import hold_case, refuse_strangers, refuse_unless_owing
from followup.models import Duty
from foundation.database import db
from foundation.errors import RuleBrokenError

FACTS = ("sent_at", "answered_at", "published", "answer", "withdrawn_at", "version")
"""What the office decides on."""


def hold_for_lead(application_id: int, by: Person) -> Application:
    """Hold a case whose lead the person acts for, and that has the duty to tell.

    Raises RuleBrokenError.
    """
    case = hold_case(application_id)
    refuse_strangers(application_id, by, Role.EDITOR, Role.SIGNATORY)
    refuse_unless_owing(case, DutyKind.EXPERIENCE)
    duty = select(Duty.id).where(
        Duty.application_id == application_id, Duty.kind == DutyKind.EXPERIENCE
    )
    if db.session.scalars(duty).first() is None:
        raise RuleBrokenError(Refusal.NO_DUTY)
    return case


def newest(application_id: int) -> Experience | None:
    """Read the newest account of a held case anew, whole."""
    return db.session.scalars(
        select(Experience)
        .where(Experience.application_id == application_id)
        .options(*whole())
        .order_by(Experience.number.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    ).first()


def hold_draft(application_id: int, by: Person) -> Experience:
    """Hold the account that is being written. Raises RuleBrokenError."""
    hold_for_lead(application_id, by)
    found = newest(application_id)
    if found is None or found.answered_at is not None:
        raise RuleBrokenError(Refusal.NOT_BEGUN)
    if found.sent_at is not None:
        raise RuleBrokenError(Refusal.WITH_THE_OFFICE)
    return found


def hold_sent(experience: Experience) -> tuple[Application, Experience]:
    """Hold an account that is sent, its facts read anew, with its case; what is loaded beside it stays."""
    case = hold_case(experience.application_id)
    held = db.session.get_one(Experience, experience.id)
    db.session.refresh(held, FACTS)
    return case, held
