"""The cases of a round as they enter a ranking: their scores, and all that the call's rules may ask for."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Organisation
from accounts.queries import inhabitants_of, version_on
from applications.facts import day_of, inhabitants, lead_of
from applications.models import Application, Partner
from assessments.approval.queries import approved_of
from assessments.models import Score
from assessments.queries.marks import scores_of
from assessments.scores import parts_of
from criteria.procedure import Step
from criteria.ranking import Candidate
from criteria.rates import FULL_RATE, rate_for, reduced
from criteria.sizes import size_class
from foundation.database import db
from grants.models import Call, Criterion
from grants.rounds import calls_in
from grants.rules import main_criterion, rates_of

RANKABLE = (Step.ASSESSED, Step.PROPOSED)


@dataclass(frozen=True, slots=True)
class Entrant:
    """A case as it enters a ranking, with the rate its start year gives it."""

    candidate: Candidate
    rate_percent: int


def entrants_of(call: Call) -> list[Entrant]:
    """List the cases of a round that can be ranked, with what ranking builds on.

    Needs the call's rules and criteria.
    """
    applications = db.session.scalars(
        select(Application)
        .where(Application.call_id.in_(calls_in(call.id)), Application.step.in_(RANKABLE))
        .options(
            joinedload(Application.call).joinedload(Call.measure),
            selectinload(Application.partners)
            .joinedload(Partner.organisation)
            .options(selectinload(Organisation.populations), selectinload(Organisation.versions)),
        )
        .order_by(Application.id)
    ).all()
    numbers = [one.id for one in applications]
    scores, approved = scores_of(numbers), approved_of(numbers)
    rates, main = rates_of(call), main_criterion(call)
    found = []
    for one in applications:
        if one.submitted_at is not None:
            rate = rate_for((one.start_on or one.call.closes_on).year, rates)
            candidate = replace(
                _candidate(one, one.submitted_at, scores[one.id], rate),
                main_points=_points(scores[one.id], main),
                activities=approved.get(one.id, ()),
            )
            found.append(Entrant(candidate, rate))
    return found


def _candidate(
    application: Application, submitted_at: datetime, score: Score, rate: int
) -> Candidate:
    lead = lead_of(application).organisation
    version = version_on(lead, day_of(application))
    people = inhabitants_of(lead, application.call.closes_on.year)
    return Candidate(
        application=application.id,
        score=score.total,
        asked=application.asked,
        granted_cap=None if rate >= FULL_RATE else reduced(application.asked, rate),
        inhabitants=inhabitants(application),
        below_threshold=score.below_threshold,
        submitted_at=submitted_at,
        lead=lead.organisation_number or lead.code,
        county=version.county_name if version else None,
        size_class=size_class(people).value if version and people is not None else None,
        measure=application.call.measure.code,
    )


def _points(score: Score, main: Criterion | None) -> Decimal | None:
    if main is None:
        return None
    return next((part.points for part in parts_of(score) if part.code == main.code), None)
