"""The cases of a round that could be controlled, with what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import aliased, selectinload

from applications.models import Application, Partner, PartnerRole
from criteria.sampling import RiskFacts
from criteria.steps import Step
from decisions.accountchange.models import AccountChange
from decisions.grounds import AWARDS
from decisions.models import Decision
from decisions.queries.decisions import in_force_among
from followup.changing.models import ChangeRequest
from followup.models import Duty, Report
from foundation import clock
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call
from grants.rounds import calls_in

_GRANTED = (Step.ACCEPTED, Step.COMPLETED)
_TAKE_PART = (PartnerRole.LEAD, PartnerRole.PARTICIPANT)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case that could be drawn. `organisations`: the ids of all who take part."""

    application_id: int
    case_number: str
    organisations: tuple[int, ...]
    facts: RiskFacts


def drawable() -> list[tuple[int, Bilingual, int]]:
    """List the rounds that have somebody to draw among, with how many: the last to close first. One query."""
    edition, first = aliased(Call), aliased(Call)
    rows = db.session.execute(
        in_force_among()
        .with_only_columns(first.id, first.title, func.count())
        .select_from(Decision)
        .join(Application, Application.id == Decision.application_id)
        .join(edition, edition.id == Application.call_id)
        .join(first, first.id == edition.round_id)
        .where(Application.step.in_(_GRANTED), Decision.outcome.in_(AWARDS))
        .group_by(first.id, first.title, first.closes_on)
        .order_by(first.closes_on.desc(), first.id)
    )
    return [(number, title, grants) for number, title, grants in rows]


def candidates(call_id: int, today: date) -> list[Candidate]:
    """List the accepted and completed grants of a round by case number. Five queries."""
    amounts = _amounts(call_id)
    taking_part = _taking_part(amounts)
    duties = _duties(amounts)
    changed = set(
        db.session.scalars(
            select(ChangeRequest.application_id).where(
                ChangeRequest.application_id.in_(amounts), ChangeRequest.approved.is_(True)
            )
        )
    )
    accounts = set(
        db.session.scalars(
            select(AccountChange.application_id).where(
                AccountChange.application_id.in_(amounts), AccountChange.done_at.is_not(None)
            )
        )
    )
    return [
        Candidate(
            application_id=one,
            case_number=number,
            organisations=taking_part.get(one, ()),
            facts=RiskFacts(
                amount=amount,
                partners=len(taking_part.get(one, ())),
                late=any(_is_late(duty, today) for duty in duties.get(one, ())),
                returned=any(
                    report.approved is False
                    for duty in duties.get(one, ())
                    for report in duty.reports
                ),
                changed=one in changed,
                account_changed=one in accounts,
            ),
        )
        for one, (number, amount) in amounts.items()
    ]


def _amounts(call_id: int) -> dict[int, tuple[str, Ore]]:
    rows = db.session.execute(
        in_force_among()
        .with_only_columns(Application.id, Application.case_number, Decision.amount)
        .join(Application, Application.id == Decision.application_id)
        .where(
            Application.call_id.in_(calls_in(call_id)),
            Application.step.in_(_GRANTED),
            Decision.outcome.in_(AWARDS),
        )
        .order_by(Application.case_number)
    )
    return {one: (number or "", Ore(amount)) for one, number, amount in rows}


def _taking_part(cases: Mapping[int, object]) -> dict[int, tuple[int, ...]]:
    rows = db.session.execute(
        select(Partner.application_id, Partner.organisation_id)
        .where(
            Partner.application_id.in_(cases),
            Partner.role.in_(_TAKE_PART),
            Partner.declined_at.is_(None),
        )
        .order_by(Partner.application_id, Partner.organisation_id)
    )
    found: dict[int, tuple[int, ...]] = {}
    for case, organisation in rows:
        found[case] = (*found.get(case, ()), organisation)
    return found


def _duties(cases: Mapping[int, object]) -> dict[int, list[Duty]]:
    found: dict[int, list[Duty]] = {}
    for duty in db.session.scalars(
        select(Duty)
        .where(Duty.application_id.in_(cases))
        .options(selectinload(Duty.reports))
        .order_by(Duty.id)
    ):
        found.setdefault(duty.application_id, []).append(duty)
    return found


def _is_late(duty: Duty, today: date) -> bool:
    """Tell whether a duty was met after its day, or is owed after it."""
    met = duty.met_at or _first_sent(duty.reports)
    return (clock.in_oslo(met).date() if met else today) > duty.due_on


def _first_sent(reports: list[Report]) -> datetime | None:
    return next((one.submitted_at for one in reports if one.submitted_at is not None), None)
