"""What an organisation has at stake in its projects: costs, benefits and risks (inv. 190, 207).

A joint grant is divided among those who take part by the function that does it for the office.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import select

from accounts.models import Organisation
from applications.commitments import Commitment, commitments_of
from applications.models import Application
from applications.queries import applications_with
from criteria.steps import Step
from figures.overlaps import parts_of
from figures.queries.parts import inhabitants_by
from followup.benefits.models import BenefitRisk
from followup.benefits.own import OwnBenefit, own_benefits
from followup.benefits.queries import FOLLOWED
from foundation.database import db
from foundation.money import NOTHING, Ore

KNOWN = frozenset({Step.AWARDED, *FOLLOWED})
"""The steps at which what is granted is known to those who asked for it."""


@dataclass(frozen=True, slots=True)
class Stake:
    """An organisation's part of a project. `granted`, `paid`: its share in øre; None before it is known."""

    part: Commitment
    granted: Ore | None
    paid: Ore | None

    @property
    def uncovered(self) -> Ore | None:
        """What was asked for and not granted: somebody must carry it, or it must cost less."""
        return None if self.granted is None else Ore(max(self.part.asked - self.granted, NOTHING))


class Threat(NamedTuple):
    """A risk of a benefit in one of the projects."""

    application: Application
    code: str
    risk: BenefitRisk


@dataclass(frozen=True, slots=True)
class Stakes:
    """All that stands of an organisation's projects, the newest first."""

    rows: tuple[Stake, ...]
    benefits: tuple[tuple[Application, tuple[OwnBenefit, ...]], ...]
    inhabitants: int | None

    @property
    def followed(self) -> bool:
        """Tell whether benefits can be followed in any of the projects."""
        return any(one.part.application.step in FOLLOWED for one in self.rows)

    @property
    def total(self) -> Ore:
        """What all its parts cost, whoever pays."""
        return Ore(sum(one.part.total for one in self.rows))

    @property
    def asked(self) -> Ore:
        """What is asked of the state for it."""
        return Ore(sum(one.part.asked for one in self.rows))

    @property
    def own(self) -> Ore:
        """What it puts in itself: money, and the value of its own effort."""
        return Ore(sum(one.part.own for one in self.rows))

    @property
    def granted(self) -> Ore:
        """Its share of what is granted."""
        return Ore(sum(one.granted or NOTHING for one in self.rows))

    @property
    def paid(self) -> Ore:
        """Its share of what is paid."""
        return Ore(sum(one.paid or NOTHING for one in self.rows))

    @property
    def uncovered(self) -> Ore:
        """What was asked for and not granted."""
        return Ore(sum(one.uncovered or NOTHING for one in self.rows))

    @property
    def own_per_inhabitant(self) -> Ore | None:
        """What it puts in for each inhabitant, in øre; None where nobody is known to live there."""
        if not self.inhabitants:
            return None
        return Ore(round(Decimal(self.own) / self.inhabitants))

    @property
    def threats(self) -> list[Threat]:
        """The open risks of its benefits, the one that is expected to take the most first."""
        found = [
            Threat(application, one.benefit.code, risk)
            for application, benefits in self.benefits
            for one in benefits
            for risk in one.risks
        ]
        return sorted(found, key=lambda one: -one.risk.threat.expected)


def stakes_of(organisation: Organisation, today: date) -> Stakes:
    """Gather what an organisation has at stake where it is bound, or asked to be. Some 15 queries."""
    found = commitments_of(organisation.id, applications_with(organisation.id), None).standing
    shares = _shares(found, organisation.id, today)
    followed = {one.application.id: one.application for one in found if one.application.step in FOLLOWED}
    benefits = own_benefits(organisation, followed)
    return Stakes(
        tuple(Stake(one, *shares.get(one.application.id, (None, None))) for one in found),
        tuple(
            (followed[number], tuple(rows))
            for number, rows in groupby(benefits, lambda one: one.benefit.application_id)
        ),
        _inhabitants(organisation.id, today.year),
    )


def _shares(
    found: Iterable[Commitment], organisation_id: int, today: date
) -> dict[int, tuple[Ore, Ore]]:
    """Give an organisation's share of what is granted and paid, by the cases in which that is known."""
    known = [one.application.id for one in found if one.application.step in KNOWN]
    return dict.fromkeys(known, (NOTHING, NOTHING)) | {
        one.case.application_id: (one.committed, one.paid)
        for one in parts_of(None, today, known)
        if one.organisation_id == organisation_id
    }


def _inhabitants(organisation_id: int, year: int) -> int | None:
    known = inhabitants_by(year)
    return db.session.scalar(
        select(known.c.inhabitants).where(known.c.organisation_id == organisation_id)
    )
