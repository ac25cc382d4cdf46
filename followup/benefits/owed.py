"""What a project still has to measure for its duties to follow the benefits up, as the register tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select

from criteria.benefits import Unmeasured
from criteria.duties import DutyKind
from followup.asking.queries import asking_of_benefits
from followup.benefits.meeting import lacking_in, without_baseline
from followup.benefits.seeing import Kommune
from followup.benefits.shown import Register
from followup.models import Duty, Report
from foundation.database import db


@dataclass(frozen=True, slots=True)
class Owed:
    """A year that is owed, and what is not measured in it: benefit by benefit, who lacks.

    `reported`: a report has to tell of it too.
    Nothing is listed while the project follows no benefits. A participant is told of its own alone.
    """

    year: int
    due_on: date
    lacks: Sequence[tuple[str, Sequence[Kommune]]]
    reported: bool


def owed_measurements(register: Register, today: date) -> list[Owed]:
    """List the years up to this one whose duty is not met, with what the reader may see is lacking."""
    sent = exists().where(
        Report.duty_id == Duty.id,
        Report.submitted_at.is_not(None),
        Report.approved.is_not(False),
    )
    duties = db.session.scalars(
        select(Duty)
        .where(
            Duty.application_id == register.application.id,
            Duty.kind == DutyKind.BENEFITS,
            Duty.met_at.is_(None),
            Duty.year <= today.year,
            ~sent,
        )
        .order_by(Duty.year)
    ).all()
    reported = bool(duties and asking_of_benefits([register.application.call_id]))
    return [Owed(one.year, one.due_on, _lacks(register, one.year), reported) for one in duties]


def _lacks(register: Register, year: int) -> list[tuple[str, Sequence[Kommune]]]:
    return _by_benefit(register, lacking_in(register.application.id, year) or ())


def owed_baselines(register: Register) -> list[tuple[str, Sequence[Kommune]]]:
    """List the benefits of an introduction that lack a baseline, with who lacks it, as the reader may see."""
    return _by_benefit(register, without_baseline(register.application))


def _by_benefit(
    register: Register, lacking: Sequence[Unmeasured]
) -> list[tuple[str, Sequence[Kommune]]]:
    found: dict[str, list[Kommune]] = {}
    for one in lacking:
        for kommune in register.kommuner:
            if kommune.organisation_id == one.organisation:
                found.setdefault(one.benefit, []).append(kommune)
    return list(found.items())
