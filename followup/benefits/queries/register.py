"""Reading the registers of projects: what is followed, by whom, and what the office asks.

Those who take part see what their own kommune has measured; the lead and the office see all of it.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, func, literal, or_, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from applications.models import Application, Partner, PartnerRole
from applications.queries.one import ACTS_FOR
from criteria.steps import Step
from followup.benefits.models import (
    BenefitQuestion,
    BenefitRisk,
    CataloguedBenefit,
    Ownership,
    ProjectBenefit,
    ProjectIndicator,
)
from followup.benefits.queries.handing import received
from followup.benefits.queries.members import members_of
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.language import Bilingual

FOLLOWED = (Step.ACCEPTED, Step.COMPLETED)
"""The steps at which benefits are followed: also for years after the last payment."""


def benefits_of(application_id: int) -> list[ProjectBenefit]:
    """List what a project follows and has not dropped, whole, by code. Six queries."""
    return benefits_in([application_id])


def benefits_in(applications: Collection[int]) -> list[ProjectBenefit]:
    """List what projects follow and have not dropped, whole, by project and code. Six queries."""
    return list(
        db.session.scalars(
            select(ProjectBenefit)
            .where(
                ProjectBenefit.application_id.in_(applications),
                ProjectBenefit.dropped_at.is_(None),
            )
            .options(
                joinedload(ProjectBenefit.catalogued).selectinload(CataloguedBenefit.points),
                selectinload(ProjectBenefit.indicators),
                selectinload(ProjectBenefit.ownerships),
                selectinload(ProjectBenefit.risks),
            )
            .order_by(ProjectBenefit.application_id, ProjectBenefit.code)
        )
    )


def codes_in(application_id: int) -> list[str]:
    """List the codes that a project has used, the dropped too."""
    return list(
        db.session.scalars(
            select(ProjectBenefit.code).where(ProjectBenefit.application_id == application_id)
        )
    )


def names_in(application_id: int) -> dict[str, Bilingual]:
    """Name what a project follows or has followed, by code."""
    rows = db.session.execute(
        select(ProjectBenefit.code, ProjectBenefit.name).where(
            ProjectBenefit.application_id == application_id
        )
    )
    return dict(rows.all())


def indicator_codes_in(benefit_id: int) -> list[str]:
    """List the codes of a benefit's indicators."""
    return list(
        db.session.scalars(
            select(ProjectIndicator.code).where(ProjectIndicator.project_benefit_id == benefit_id)
        )
    )


def led_benefit(person: Person, benefit_id: int) -> ProjectBenefit:
    """Find a benefit of a project that the person acts for the lead of. Raises NotFoundError."""
    return _benefit(benefit_id, _takes_part(person, PartnerRole.LEAD))


def benefit_of(person: Person, benefit_id: int) -> ProjectBenefit:
    """Find a benefit of a project that the person's kommune takes part in, or has taken over.

    Raises NotFoundError.
    """
    takes_part = _takes_part(person, PartnerRole.LEAD, PartnerRole.PARTICIPANT)
    return _benefit(benefit_id, or_(takes_part, _received(person)))


def indicator_of(person: Person, indicator_id: int, organisation_id: int) -> ProjectIndicator:
    """Find an indicator for a kommune of the project: the person's own, taken over, or any for the lead.

    Raises NotFoundError.
    """
    own = organisation_id in person.organisations_as(*ACTS_FOR)
    roles = (PartnerRole.LEAD, PartnerRole.PARTICIPANT) if own else (PartnerRole.LEAD,)
    seen = or_(_takes_part(person, *roles), _received(person, organisation_id))
    return _indicator(indicator_id, organisation_id, seen)


def any_indicator(indicator_id: int, organisation_id: int) -> ProjectIndicator:
    """Find an indicator for a kommune of the project, for the office. Raises NotFoundError."""
    return _indicator(indicator_id, organisation_id, None)


def question_of(person: Person, question_id: int) -> BenefitQuestion:
    """Find a question to the person's own kommune, or about what it has taken over. Raises NotFoundError.

    Its indicator and benefit are loaded.
    """
    found = db.session.scalars(
        select(BenefitQuestion)
        .join(BenefitQuestion.indicator)
        .join(ProjectIndicator.benefit)
        .where(
            BenefitQuestion.id == question_id,
            or_(
                BenefitQuestion.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
                received(person, BenefitQuestion.organisation_id),
            ),
        )
        .options(
            joinedload(BenefitQuestion.indicator)
            .joinedload(ProjectIndicator.benefit)
            .joinedload(ProjectBenefit.application)
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def questions_in(application_id: int) -> list[BenefitQuestion]:
    """List what the office has asked about a project's figures, the oldest first, with who did."""
    return list(
        db.session.scalars(
            select(BenefitQuestion)
            .join(BenefitQuestion.indicator)
            .join(ProjectIndicator.benefit)
            .where(ProjectBenefit.application_id == application_id)
            .options(joinedload(BenefitQuestion.asked_by), joinedload(BenefitQuestion.answered_by))
            .order_by(BenefitQuestion.id)
        )
    )


def ownership_now(benefit_id: int, organisation_id: int) -> Ownership | None:
    """Give who answers for a benefit in a kommune."""
    return db.session.scalars(
        select(Ownership)
        .where(
            Ownership.project_benefit_id == benefit_id,
            Ownership.organisation_id == organisation_id,
        )
        .order_by(Ownership.revision.desc())
        .limit(1)
    ).first()


def last_risk(benefit_id: int) -> int:
    """Give the number of the last risk of a benefit; 0 for none."""
    found = db.session.scalar(
        select(func.max(BenefitRisk.number)).where(BenefitRisk.project_benefit_id == benefit_id)
    )
    return found or 0


def risk_in(benefit_id: int, number: int) -> BenefitRisk:
    """Find a risk of a benefit. Raises NotFoundError."""
    found = db.session.scalars(
        select(BenefitRisk).where(
            BenefitRisk.project_benefit_id == benefit_id, BenefitRisk.number == number
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def _takes_part(person: Person, *roles: PartnerRole) -> ColumnElement[bool]:
    return exists().where(
        Partner.application_id == ProjectBenefit.application_id,
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        Partner.role.in_(roles),
        Partner.declined_at.is_(None),
    )


def _received(person: Person, organisation_id: int | None = None) -> ColumnElement[bool]:
    return received(person, literal(organisation_id) if organisation_id is not None else None)


def _benefit(benefit_id: int, seen: ColumnElement[bool]) -> ProjectBenefit:
    found = db.session.scalars(
        select(ProjectBenefit)
        .where(
            ProjectBenefit.id == benefit_id,
            ProjectBenefit.dropped_at.is_(None),
            ProjectBenefit.application.has(Application.step.in_(FOLLOWED)),
            seen,
        )
        .options(
            selectinload(ProjectBenefit.indicators),
            selectinload(ProjectBenefit.risks),
            joinedload(ProjectBenefit.application),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def _indicator(
    indicator_id: int, organisation_id: int, seen: ColumnElement[bool] | None
) -> ProjectIndicator:
    statement = (
        select(ProjectIndicator)
        .join(ProjectIndicator.benefit)
        .where(ProjectIndicator.id == indicator_id)
        .options(joinedload(ProjectIndicator.benefit).joinedload(ProjectBenefit.application))
    )
    found = db.session.scalars(statement if seen is None else statement.where(seen)).first()
    if found is None or organisation_id not in members_of(found.benefit.application_id):
        raise NotFoundError
    return found
