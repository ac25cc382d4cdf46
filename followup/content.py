"""What a lead writes in a report, as the form hands it to the act that saves it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from criteria.reporting import ActivityStatus
from foundation.money import Ore


@dataclass(frozen=True, slots=True)
class ActivityContent:
    """How an activity stands and what it has cost of the grant; `spent` None: not written yet."""

    status: ActivityStatus
    percent: int
    comment: str = ""
    spent: Ore | None = None


@dataclass(frozen=True, slots=True)
class BenefitContent:
    """What is known of a benefit."""

    indicator: str = ""
    unit: str = ""
    owner: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    target_on: date | None = None
    measured: Decimal | None = None
    measured_on: date | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A whole report. Activities and benefits by their ids; `seen`: the version that was changed."""

    seen: int
    progress: str = ""
    results: str = ""
    deviations: str = ""
    experience: str = ""
    activities: Mapping[int, ActivityContent] = field(default_factory=dict)
    benefits: Mapping[int, BenefitContent] = field(default_factory=dict)
