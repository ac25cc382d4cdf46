"""Drafting decisions: of a whole round from its chosen proposal, and of a rejection."""

from collections import Counter
from datetime import datetime

from accounts import audit
from accounts.models import Person, Role
from applications.models import Application
from assessments.models import Proposal, ProposalLine
from assessments.queries import known_hindrances
from criteria.budget import Source
from criteria.instalments import split_years
from criteria.steps import Step
from decisions import queries
from decisions.grounds import AWARDS
from decisions.holding import hold_call, hold_cases
from decisions.models import Decision, DecisionKind, DecisionYear, Outcome
from decisions.refusals import Refusal
from decisions.rights import require_role, require_words
from decisions.versions import keep_version, next_version
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore


def draft_decisions(proposal: Proposal, *, by: Person, at: datetime) -> int:
    """Draft a decision for every case of the chosen proposal that waits for one; tell how many.

    The outcome follows from the line's amount. A case that the drafter is known to be partial in is
    left to somebody else. Raises RuleBrokenError: not chosen, nothing left to draft.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        hold_call(proposal.call_id)
        if not locked(proposal).is_in_force:
            raise RuleBrokenError(Refusal.PROPOSAL_NOT_CHOSEN)
        lines = queries.lines_without_draft(proposal)
        hindered = known_hindrances([by.id], [line.application_id for line in lines])
        drafted = [
            _from_line(line, by, at)
            for line in lines
            if (by.id, line.application_id) not in hindered
        ]
        if not drafted:
            raise RuleBrokenError(Refusal.NOTHING_TO_DRAFT)
        audit.record(
            "decisions.drafted", subject=f"call:{proposal.call_id}", by=by, at=at,
            proposal=proposal.id, number=len(drafted),
        )  # fmt: skip
    return len(drafted)


def draft_rejection(application: Application, *, reason: str, by: Person, at: datetime) -> Decision:
    """Draft the rejection (avvisning) of a case found ineligible, with its reason.

    Raises RuleBrokenError: another step, no reason, the drafter may not handle the case.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        hold_call(application.call_id)
        if locked(application).step is not Step.INELIGIBLE:
            raise RuleBrokenError(Refusal.NOT_INELIGIBLE)
        _refuse_hindered(by, application.id)
        decision = next_version(application, Outcome.REJECTION, NOTHING, by=by, at=at)
        decision.reason = require_words(reason)
        keep_version(decision, by, at)
    return decision


def write_reason(decision: Decision, *, reason: str, by: Person, at: datetime) -> Decision:
    """Say more of why: the draft is superseded by a version with these words as its reason.

    Needs the decision with its case, years and line. Raises RuleBrokenError when it is signed.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        hold_call(decision.application.call_id)
        hold_cases([decision.application])
        _refuse_hindered(by, decision.application_id)
        if locked(decision).signed_at is not None:
            raise RuleBrokenError(Refusal.ALREADY_SIGNED)
        _refuse_replaced(decision)
        words = reason.strip()
        if decision.outcome is Outcome.REJECTION or decision.kind is DecisionKind.REVERSAL:
            words = require_words(reason)
        version = _copy(decision, by, at)
        version.reason = words
        keep_version(version, by, at)
    return version


def leave_out_reasons(
    decision: Decision, *, left_out: bool, by: Person, at: datetime
) -> Decision:
    """Leave the reasons out of an award's letter, or take them in again, in a new version of the draft.

    The law lets them be left out where something is granted, also when benefits are shared between
    several parties (1967 § 24 second paragraph; 2025 § 56); a party may then ask for them. Needs the
    decision with its case, years and line. Raises RuleBrokenError: signed, nothing is granted.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        hold_call(decision.application.call_id)
        hold_cases([decision.application])
        _refuse_hindered(by, decision.application_id)
        if locked(decision).signed_at is not None:
            raise RuleBrokenError(Refusal.ALREADY_SIGNED)
        _refuse_replaced(decision)
        if decision.outcome not in AWARDS or decision.kind is not DecisionKind.ORIGINAL:
            raise RuleBrokenError(Refusal.REASONS_MUST_BE_GIVEN)
        version = _copy(decision, by, at)
        version.reasons_left_out = left_out
        keep_version(version, by, at)
    return version


def _copy(decision: Decision, by: Person, at: datetime) -> Decision:
    """Begin a version that says the same as a draft."""
    version = next_version(
        decision.application, decision.outcome, decision.amount, by=by, at=at, kind=decision.kind
    )
    version.reason = decision.reason
    version.reasons_left_out = decision.reasons_left_out
    version.proposal_line_id = decision.proposal_line_id
    version.years = [DecisionYear(year=one.year, amount=one.amount) for one in decision.years]
    return version


def _from_line(line: ProposalLine, by: Person, at: datetime) -> Decision:
    amount = Ore(line.amount)
    decision = next_version(line.application, _outcome(line), amount, by=by, at=at)
    decision.proposal_line_id = line.id
    if decision.outcome in AWARDS:
        years = split_years(amount, _asked_by_year(line.application))
        decision.years = [
            DecisionYear(year=year, amount=part) for year, part in years.items() if part
        ]
    keep_version(decision, by, at)
    return decision


def _outcome(line: ProposalLine) -> Outcome:
    if line.amount == NOTHING:
        return Outcome.REFUSAL
    return Outcome.AWARD if line.amount == line.asked else Outcome.PARTIAL_AWARD


def _asked_by_year(application: Application) -> dict[int, Ore]:
    asked: Counter[int] = Counter()
    for line in application.budget_lines:
        if line.source is Source.GRANT:
            asked[line.year] += line.amount
    return {year: Ore(amount) for year, amount in asked.items()}


def _refuse_hindered(person: Person, application_id: int) -> None:
    hindrance = known_hindrances([person.id], [application_id]).get((person.id, application_id))
    if hindrance is not None:
        raise RuleBrokenError(hindrance)


def _refuse_replaced(decision: Decision) -> None:
    if queries.replaced_among([decision]):
        raise RuleBrokenError(Refusal.NEWER_VERSION)
