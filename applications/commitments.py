"""Everything that an organisation is part of: its role, what it puts in, and what looks promised twice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from applications.models import Application, BudgetLine, Partner, PartnerRole
from criteria import promises
from criteria.budget import Source
from criteria.promises import Doubt, Promise
from criteria.steps import Step
from foundation.money import Ore

NO_LONGER = frozenset({Step.WITHDRAWN, Step.REFUSED, Step.REJECTED, Step.DECLINED, Step.LAPSED})
"""Where nothing is promised any more. What is completed was used, and stays in its years."""
OWN = (Source.OWN_FUNDING, Source.OWN_EFFORT)


@dataclass(frozen=True, slots=True)
class Commitment:
    """One application and the organisation's part of it."""

    application: Application
    partner: Partner

    @property
    def lead(self) -> Partner:
        """The partner that leads."""
        return next(one for one in self.application.partners if one.role is PartnerRole.LEAD)

    @property
    def asked(self) -> Ore:
        """What is asked of the state for this organisation."""
        return Ore(sum(line.amount for line in self._lines if line.source is Source.GRANT))

    @property
    def total(self) -> Ore:
        """What the organisation's part costs, whoever pays."""
        return Ore(sum(line.amount for line in self._lines))

    @property
    def own(self) -> Ore:
        """What the organisation puts in: money, and the value of its own effort."""
        return Ore(sum(self.own_by_year.values()))

    @property
    def own_by_year(self) -> dict[int, Ore]:
        """What the organisation puts in, year by year."""
        sums: dict[int, int] = {}
        for line in self._lines:
            if line.source in OWN:
                sums[line.year] = sums.get(line.year, 0) + line.amount
        return {year: Ore(sums[year]) for year in sorted(sums)}

    @property
    def hours(self) -> int:
        """Hours of its own people in the whole project."""
        return self.partner.effort_hours

    @property
    def period(self) -> tuple[date, date] | None:
        """The project's first and last day, when both are set."""
        start, end = self.application.start_on, self.application.end_on
        return (start, end) if start is not None and end is not None else None

    @property
    def stands(self) -> bool:
        """Tell whether the organisation is bound, or asked to be."""
        return (
            self.partner.role is not PartnerRole.OBSERVER
            and self.partner.declined_at is None
            and self.application.step not in NO_LONGER
        )

    @property
    def confirmed(self) -> bool | None:
        """Tell whether its own part is confirmed; None when nothing is to be confirmed."""
        if self.partner.role is not PartnerRole.PARTICIPANT or self.partner.declined_at is not None:
            return None
        signed = self.partner.confirmations
        return bool(signed) and signed[-1].fell_at is None

    @property
    def promise(self) -> Promise:
        """The part as the rule on promises asks for it."""
        return Promise(
            application=self.application.id,
            measure=self.application.call.measure.code,
            period=self.period,
            hours=self.hours,
            own=self.own_by_year,
        )

    @property
    def _lines(self) -> list[BudgetLine]:
        return [one for one in self.application.budget_lines if one.partner_id == self.partner.id]


@dataclass(frozen=True, slots=True)
class YearPromised:
    """What an organisation is bound to in one year, in all its applications."""

    year: int
    hours: int
    own: Ore


@dataclass(frozen=True, slots=True)
class Commitments:
    """All that an organisation is part of, newest first."""

    rows: tuple[Commitment, ...]
    doubts: tuple[Doubt, ...]

    @property
    def standing(self) -> tuple[Commitment, ...]:
        """Give those in which the organisation is bound, or asked to be."""
        return tuple(one for one in self.rows if one.stands)

    @property
    def asked(self) -> Ore:
        """What is asked of the state for the organisation, where it still stands."""
        return Ore(sum(one.asked for one in self.standing))

    @property
    def own(self) -> Ore:
        """What the organisation puts in, where it still stands."""
        return Ore(sum(one.own for one in self.standing))

    @property
    def hours(self) -> int:
        """Hours of its own people, where it still stands."""
        return sum(one.hours for one in self.standing)

    @property
    def years(self) -> list[YearPromised]:
        """Add up what stands, year by year."""
        hours: Counter[int] = Counter()
        own: Counter[int] = Counter()
        for one in self.standing:
            hours.update(promises.hours_by_year(one.promise))
            own.update(one.own_by_year)
        return [
            YearPromised(year, hours[year], Ore(own[year]))
            for year in sorted(hours.keys() | own.keys())
        ]

    def doubts_about(self, application_id: int) -> list[Doubt]:
        """Give the doubts that one application is part of."""
        return [one for one in self.doubts if application_id in one.applications]


def commitments_of(
    organisation_id: int, applications: Iterable[Application], hours_a_year: int | None
) -> Commitments:
    """Gather an organisation's parts of the applications that it takes part in."""
    rows = tuple(
        Commitment(application, partner)
        for application in applications
        for partner in application.partners
        if partner.organisation_id == organisation_id
    )
    given = [one.promise for one in rows if one.stands]
    return Commitments(rows, promises.doubts(given, hours_a_year))
