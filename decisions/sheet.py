"""A decision as its own page shows it: amounts, reasons, what stands in the way, letters, answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from accounts.authority.queries import Holder
from accounts.models import Organisation, Person
from accounts.permissions import Permission, allows
from applications.facts import lead_of
from applications.words import Told
from criteria.correcting import CorrectionState
from decisions import queries
from decisions.authorising import covering, limit_of, over_limit
from decisions.correcting.chain import Link, chain_of
from decisions.deadlines import answer_due, is_late
from decisions.findings import told
from decisions.grounds import Grounds, missing_sentences
from decisions.models import Decision, Letter
from decisions.queries.readiness import living
from decisions.states import DecisionState, state_of
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from grants import queries as grants
from grants.models import Call


@dataclass(frozen=True, slots=True)
class JudgedCriterion:
    """A criterion as it was judged; no reasons where the assessors wrote none."""

    name: Bilingual
    weight: int
    mean: Decimal
    max_mark: int
    points: Decimal
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """A decision with everything that a person of the office reads before signing it."""

    decision: Decision
    call: Call
    lead: Organisation
    others: Sequence[Organisation]
    state: DecisionState
    hindrance: RuleBrokenError | None
    authorised: Sequence[Holder]
    """Who has authority for the amount, when it is the reader's that does not cover it."""
    missing: Sequence[str]
    criteria: Sequence[JudgedCriterion]
    findings: Sequence[Told]
    letters: Sequence[Letter]
    due_on: date | None
    lapses: bool
    chain: Sequence[Link]

    @property
    def may_be_corrected(self) -> bool:
        """Tell whether a clerical error in it may be corrected: it stands, and no correction waits."""
        return any(
            one.decision.id == self.decision.id
            and one.in_force
            and all(each.state is not CorrectionState.PROPOSED for each in one.corrections)
            for one in self.chain
        )

    @property
    def may_be_signed(self) -> bool:
        """Tell whether the reader may sign it now."""
        return self.state is DecisionState.DRAFT and not self.missing and self.hindrance is None


def sheet_of(decision: Decision, person: Person, at: datetime) -> DecisionSheet:
    """Gather a decision that `queries.decision` has read, for a person of the office."""
    call = grants.call(decision.application.call_id)
    grounds = queries.grounds_of([decision.application_id])[decision.application_id]
    lead = lead_of(decision.application)
    state = state_of(decision)
    asked = state is DecisionState.DRAFT and allows(person, Permission.DECISION_SIGN)
    hindrance, authorised = _in_the_way(decision, person, at) if asked else (None, [])
    return DecisionSheet(
        decision=decision,
        call=call,
        lead=lead.organisation,
        others=[
            one.organisation
            for one in decision.application.partners
            if one is not lead and one.declined_at is None
        ],
        state=state,
        hindrance=hindrance,
        authorised=authorised,
        missing=missing_sentences(decision, grounds, call.criteria),
        criteria=judged(call, grounds),
        findings=told(grounds),
        letters=living(decision),
        due_on=answer_due(decision) if state is DecisionState.PUBLISHED else None,
        lapses=state is DecisionState.PUBLISHED and decision.amount > 0 and is_late(decision, at),
        chain=chain_of(decision.application_id),
    )


def _in_the_way(
    decision: Decision, person: Person, at: datetime
) -> tuple[RuleBrokenError | None, list[Holder]]:
    """Tell what keeps a person from signing a draft, and who could when it is only their authority."""
    standing = queries.hindrances_of(person.id, [decision]).get(decision.id)
    if standing is not None:
        return RuleBrokenError(standing), []
    uncovered = over_limit(decision, limit_of(person.id, at))
    return uncovered, covering([decision.amount], at) if uncovered else []


def judged(call: Call, grounds: Grounds) -> list[JudgedCriterion]:
    """Give the scored criteria of a call as a case was judged by them. Needs the call's criteria."""
    by_code = {one.code: one for one in grounds.criteria}
    return [
        JudgedCriterion(
            name=one.name,
            weight=one.weight,
            mean=by_code[one.code].mean,
            max_mark=one.max_mark,
            points=by_code[one.code].points,
            reasons=by_code[one.code].reasons,
        )
        for one in call.criteria
        if one.code in by_code
    ]
