"""What a run of the formal control is: every rule asked, and the answers kept beside those from before."""

from datetime import datetime

from accounts.models import Person
from applications import journal
from applications.facts import draft_facts, eligibility_facts
from applications.models import Application
from applications.queries import any_application
from assessments.models import Examination, ExaminedBecause, FormalFinding
from assessments.notes import CaseNote
from assessments.queries.formal import examination_of
from criteria import completeness, eligibility
from criteria.eligibility import Rule
from criteria.procedure import Step
from foundation.columns import JsonValue
from foundation.database import db
from grants.rules import rules_of

UNDER_CONTROL = (Step.SUBMITTED, Step.INCOMPLETE)
LEFT_CONTROL = (Step.ELIGIBLE, Step.ASSESSED)
"""Found fit, and in no proposal: when facts change, what was found can be found otherwise."""
CONTROL_COUNTS = (*UNDER_CONTROL, Step.ELIGIBLE, Step.ASSESSED, Step.PROPOSED)
"""Until the case is decided, what the control finds can change what becomes of it."""


def examined(
    application: Application, because: ExaminedBecause, by: Person | None, at: datetime
) -> Examination:
    """Ask every rule, and keep the answers as the case's newest examination. Called inside an act.

    What was overruled stays so where the rule finds just the same; a control that was confirmed is
    confirmed only as long as all its answers are as they were.
    """
    whole = any_application(application.id)
    before = examination_of(application.id)
    findings = eligibility.examine(eligibility_facts(whole), rules_of(whole.call))
    lacks = completeness.missing(draft_facts(whole))
    examination = Examination(
        application_id=application.id,
        examined_at=at,
        examined_by_id=by.id if by else None,
        examined_by=by,
        because=because,
        lacks=JsonValue(missing=[_written(one) for one in lacks]),
        findings=[_kept(finding, before) for finding in findings],
    )
    if before is not None and before.confirmed_at is not None and _same(before, examination):
        examination.confirmed_at = before.confirmed_at
        examination.confirmed_by_id = before.confirmed_by_id
    db.session.add(examination)
    journal.note(
        application, CaseNote.EXAMINED, by=by, at=at, public=False,
        hindrances=len(eligibility.hindrances(findings)), lacks=len(lacks),
    )  # fmt: skip
    return examination


def _kept(finding: eligibility.Finding, before: Examination | None) -> FormalFinding:
    kept = FormalFinding(
        rule=finding.rule,
        met=finding.met,
        blocking=finding.blocking,
        reason=finding.reason,
        values=JsonValue(finding.values),
    )
    earlier = (
        next((one for one in before.findings if one.rule is finding.rule), None) if before else None
    )
    if (
        earlier is not None
        and earlier.overruled_at is not None
        and _answer(earlier) == _answer(kept)
    ):
        kept.overruled_at = earlier.overruled_at
        kept.overruled_by_id = earlier.overruled_by_id
        kept.overruled_reason = earlier.overruled_reason
    return kept


def _same(before: Examination, after: Examination) -> bool:
    return before.lacks == after.lacks and _answers(before) == _answers(after)


def _answers(examination: Examination) -> dict[Rule, tuple[object, ...]]:
    return {one.rule: _answer(one) for one in examination.findings}


def _answer(finding: FormalFinding) -> tuple[object, ...]:
    return finding.rule, finding.met, finding.blocking, finding.reason, dict(finding.values)


def _written(lack: completeness.Missing) -> dict[str, str]:
    return {
        "section": lack.section.value,
        "lack": lack.lack.value,
        "subject": lack.subject,
    }
