"""What a report is held against: what was granted for each year and activity, and spent so far."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from applications.models import Application
from criteria.auditing import AuditTerms, Reckoning, reckon
from criteria.changes import Plan
from criteria.duties import DutyKind
from followup.models import Duty
from foundation.money import NOTHING, Ore
from grants.models import Question

ByActivity = Mapping[int, Ore]
"""Øre by the ids of activities."""


@dataclass(frozen=True, slots=True)
class Project:
    """A granted application. `spent`: by years, from the annual reports that are sent and not returned.

    `plan`: how it is to be carried out, with every approved change; `left`: the partners that it had before.
    `carried_to`: the years in which unused money of the year before may be used.
    `beside`: what its lead is granted by the scheme in other cases, by year and case number; only where the
    call's threshold for an auditor's statement adds them up.
    `asks`: what the call asks in each kind of report; `unmeasured`: the benefits that are not measured,
    by the years whose report on benefits waits for it; `without_baseline`: those of an introduction that
    some kommune has no baseline for.
    """

    application: Application
    plan: Plan
    asked: Mapping[int, ByActivity]
    granted: Mapping[int, Ore]
    spent: Mapping[int, ByActivity]
    left: frozenset[int]
    audit_terms: AuditTerms
    beside: Mapping[int, Mapping[str, Ore]]
    carried_to: frozenset[int] = frozenset()
    asks: Mapping[DutyKind, Sequence[Question]] = field(default_factory=dict)
    unmeasured: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    without_baseline: tuple[str, ...] = ()

    @property
    def budgets(self) -> Mapping[int, ByActivity]:
        """The grant's budget in force, by years."""
        return self.plan.budget

    @property
    def amount(self) -> Ore:
        """The whole grant."""
        return Ore(sum(self.granted.values()))

    def audit(self, year: int) -> Reckoning:
        """Reckon whether an auditor must confirm the accounts of a year."""
        case = self.application.case_number or ""
        own = {case: self.granted.get(year, NOTHING)}
        return reckon(self.audit_terms, case, self.amount, own | dict(self.beside.get(year, {})))

    @property
    def audited(self) -> bool:
        """Tell whether an auditor must confirm the accounts of any year."""
        return any(self.audit(year).required for year in self.granted)

    def granted_until(self, year: int) -> Ore:
        """Give what is granted for the years up to one, with it."""
        return Ore(sum(amount for one, amount in self.granted.items() if one <= year))

    def spent_before(self, year: int) -> Ore:
        """Give what is spent in the years before one."""
        return Ore(sum(sum(by.values()) for one, by in self.spent.items() if one < year))

    def budget_of(self, duty: Duty) -> ByActivity:
        """Give the budget that a report is held against: its year's, or for a final one the whole.

        A report without accounts is held against none.
        """
        if duty.kind is DutyKind.FINAL:
            return added(self.budgets.values())
        return self.budgets.get(duty.year, {}) if duty.kind is DutyKind.ANNUAL else {}

    def unsent(self, duty: Duty) -> tuple[int, ...]:
        """Give the years whose annual reports a final one waits for."""
        if duty.kind is not DutyKind.FINAL:
            return ()
        return tuple(
            year for year in sorted({*self.granted, *self.carried_to}) if year not in self.spent
        )


def added(parts: Collection[ByActivity]) -> dict[int, Ore]:
    """Add amounts up by activity."""
    sums: dict[int, Ore] = {}
    for part in parts:
        for activity, amount in part.items():
            sums[activity] = Ore(sums.get(activity, NOTHING) + amount)
    return sums
