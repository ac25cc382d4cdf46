"""A change beside the project it changes: before and after, who must say yes, which rules break."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from applications.facts import own_facts
from applications.models import Application, Partner
from criteria import changes, eligibility
from criteria.canonical import digest
from criteria.changes import Change, Plan, Problem
from criteria.eligibility import Finding
from decisions.queries import decision_in_force
from followup.changing import queries
from followup.changing.content import read
from followup.changing.models import ChangeConfirmation, ChangeRequest
from followup.changing.plans import plan_in_force, shares_of
from foundation.columns import JsonValue
from foundation.errors import NotFoundError
from foundation.money import Ore
from grants.rules import rules_of


@dataclass(frozen=True, slots=True)
class Changing:
    """A change and the project as it was when it was asked for. Needs the application whole."""

    request: ChangeRequest
    application: Application
    granted: Mapping[int, Ore]
    settled: frozenset[int]
    plan: Plan
    change: Change

    @property
    def then(self) -> Plan:
        """The plan when the change is approved."""
        return changes.after(self.plan, self.change)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What stops it from being sent or approved."""
        return changes.problems(
            self.plan, self.change, self.granted, settled=self.settled, reason=self.request.reason
        )

    @property
    def concerned(self) -> list[Partner]:
        """The participants that must say yes, in the order of the application."""
        found = changes.concerned(self.plan, self.change, shares_of(self.application))
        return [one for one in self.application.partners if one.id in found]

    def part_of(self, partner: Partner) -> JsonValue:
        """Write down what a participant says yes to."""
        return JsonValue(
            changes.part_in(self.plan, self.change, partner.id, shares_of(self.application))
        )

    def fingerprint_of(self, partner: Partner) -> str:
        """Give the fingerprint of what a participant says yes to, in this case."""
        return digest({"application": self.application.id, **self.part_of(partner)})

    def confirmation_of(self, partner: Partner) -> ChangeConfirmation | None:
        """Give a participant's yes, when it still covers its part as it stands."""
        stands = self.fingerprint_of(partner)
        return next(
            (
                one
                for one in reversed(self.request.confirmations)
                if one.partner_id == partner.id and one.fingerprint == stands
            ),
            None,
        )

    @property
    def lacking(self) -> list[Partner]:
        """The participants that have not said yes to their part as it stands."""
        return [one for one in self.concerned if self.confirmation_of(one) is None]

    @property
    def broken(self) -> list[tuple[Finding, bool]]:
        """The rules of the call that the project does not meet afterwards, and whether that is new."""
        before = {one.rule for one in self._findings(self.plan) if one.blocking}
        return [(one, one.rule not in before) for one in self._findings(self.then) if one.blocking]

    def _findings(self, plan: Plan) -> tuple[Finding, ...]:
        facts = own_facts(self.application)
        codes = {
            one.code for one in self.application.call.activities if one.id in plan.activities
        }  # fmt: skip
        supported = {one.code for one in self.application.call.activities if one.supported}
        return eligibility.examine(
            replace(
                facts,
                partners=tuple(one for one in facts.partners if one.number in plan.participants),
                lines=tuple(
                    one
                    for one in facts.lines
                    if one.partner in plan.participants and one.activity in codes
                ),
                activities=frozenset(codes & supported),
                end_on=plan.end_on,
            ),
            rules_of(self.application.call),
        )


def changing(request: ChangeRequest, application: Application) -> Changing:
    """Put a change beside its project. Raises NotFoundError where nothing is granted."""
    granted = (
        queries.granted_by(request.decision_id)
        if request.decision_id is not None
        else granted_now(application.id)
    )
    return Changing(
        request=request,
        application=application,
        granted=granted,
        settled=queries.settled_years(application.id)
        if request.decided_at is None
        else frozenset(),
        plan=plan_in_force(application, granted, before=request),
        change=read(request.wanted),
    )


def granted_now(application_id: int) -> dict[int, Ore]:
    """Give what is granted to a case now, year by year. Raises NotFoundError where nothing is."""
    decision = decision_in_force(application_id)
    if decision is None or not decision.years:
        raise NotFoundError
    return {one.year: Ore(one.amount) for one in decision.years}
