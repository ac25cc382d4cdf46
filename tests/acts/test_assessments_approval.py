"""The budget is gone through activity by activity: at most what is asked, and less only with a reason."""

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from assessments import queries
from assessments.approval.models import ApprovedLine
from assessments.approval.queries import approved_budget, asked_by_activity
from assessments.approval.services import Approval, approve_budget
from assessments.queries import outdated_among
from assessments.queries.contents import contents_of
from assessments.refusals import Refusal
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.money import NOTHING, Ore
from tests.builders.assessments import (
    AFTER_THE_DEADLINE,
    Case,
    a_chosen_proposal,
    a_staffed_case,
    an_assessed_case,
    an_eligible_case,
)

LATER = AFTER_THE_DEADLINE.replace(hour=16)


def first_activity(case: Case) -> tuple[int, Ore]:
    return next(iter(asked_by_activity(case.again()).items()))


def approve(case: Case, amount: int, reason: str = "Reiser dekkes ikke.") -> None:
    activity, _ = first_activity(case)
    approve_budget(
        case.application, {activity: Approval(Ore(amount), reason)}, by=case.handler, at=LATER
    )


def refused(case: Case, amount: int, reason: str = "For dyrt.") -> object:
    with pytest.raises(RuleBrokenError) as error:
        approve(case, amount, reason)
    return error.value.reason


def test_less_is_approved_with_a_reason_and_the_rest_as_asked(app: Flask) -> None:
    del app
    case = an_eligible_case()
    activity, asked = first_activity(case)
    activities = asked_by_activity(case.again()).keys()
    approve(case, asked - 100)
    kept = approved_budget(case.application.id)
    assert kept is not None
    lines = {one.activity_id: one for one in kept.lines}
    assert lines.keys() == activities
    assert (lines[activity].approved, lines[activity].reason) == (
        asked - 100,
        "Reiser dekkes ikke.",
    )
    assert all(one.approved == one.asked for one in kept.lines if one.activity_id != activity)
    found = queries.approved_of([case.application.id])[case.application.id]
    assert sum(one.trimmed for one in found) == 100
    assert sum(one.asked for one in found) == case.application.asked


def test_a_new_going_through_supersedes_the_last_which_stays(app: Flask) -> None:
    del app
    case = an_eligible_case()
    approve(case, 0)
    first = approved_budget(case.application.id)
    assert first is not None
    assert contents_of(case.application.id).approved is not None
    approve(case, 100)
    newest = approved_budget(case.application.id)
    assert newest is not None
    assert newest.id > first.id
    assert min(one.approved for one in newest.lines) == 100
    assert db.session.get(ApprovedLine, (first.id, first.lines[0].activity_id)) is not None
    assert queries.approved_of([]) == {}


@pytest.mark.parametrize("reason", ["", " ", "\u00a0", "\u200b"])
def test_less_without_words_is_refused(app: Flask, reason: str) -> None:
    del app
    assert refused(an_eligible_case(), 0, reason) is Refusal.REASON_MISSING


def test_never_more_than_asked_and_never_below_nothing(app: Flask) -> None:
    del app
    case = an_eligible_case()
    _, asked = first_activity(case)
    assert refused(case, asked + 1) is Refusal.APPROVED_ABOVE_ASKED
    assert refused(case, -1) is Refusal.APPROVED_ABOVE_ASKED
    with pytest.raises(NotFoundError):
        approve_budget(case.application, {-1: Approval(NOTHING, "Nei.")}, by=case.handler, at=LATER)
    assert approved_budget(case.application.id) is None


def test_only_the_handler_of_a_case_that_is_fit(app: Flask) -> None:
    del app
    early = a_staffed_case()
    assert refused(early, 0) is Refusal.NOT_READY_FOR_APPROVAL
    activity, _ = first_activity(early)
    with pytest.raises(RuleBrokenError) as other:
        approve_budget(
            early.application, {activity: Approval(NOTHING, "Nei.")},
            by=early.assessors[0], at=clock.now(),
        )  # fmt: skip
    assert other.value.reason is Refusal.NOT_YOUR_CASE


def test_a_chosen_proposal_is_outdated_by_it(app: Flask) -> None:
    del app
    case = an_assessed_case()
    chosen = a_chosen_proposal(case.application.call, case.handler)
    assert outdated_among([chosen.id]) == frozenset()
    approve(case, 0)
    assert outdated_among([chosen.id]) == {chosen.id}


@pytest.mark.parametrize("values", [{"approved": 10**12}, {"approved": -1}, {"reason": " "}])
def test_the_database_itself_holds_the_limits(app: Flask, values: dict[str, object]) -> None:
    del app
    case = an_eligible_case()
    activity, _ = first_activity(case)
    approve(case, 100)
    with pytest.raises(IntegrityError), transaction():
        db.session.execute(
            update(ApprovedLine).where(ApprovedLine.activity_id == activity).values(values)
        )
