"""What an extra frame adds to decided cases: drafted, signed, published, and the money after it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.queries import person
from applications.models import Event
from criteria.appeal import Ruling
from criteria.impartiality import Hindrance
from criteria.postings import COMMITTED
from criteria.steps import Act, Step
from decisions import queries, services
from decisions.agenda.unreached import unreached
from decisions.appeals import services as appealing
from decisions.filling.reasons import main_reason, reductions
from decisions.models import Decision, DecisionKind, LetterKind, Outcome
from decisions.queries.paperwork import decision_paper
from decisions.refusals import Refusal
from decisions.states import DecisionState, state_of
from decisions.supplementing import undrafted
from figures.checks import violations
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import Ore, format_kroner, kroner
from grants import queries as grants
from payments.models import Entry
from payments.queries import instalments_of
from tests.builders.appeals import REASON, an_appeal_in, who_signs
from tests.builders.decisions import NOW, Round, a_decision_maker, a_published_round
from tests.builders.payments import accept
from tests.builders.supplements import (
    AFTERWARDS,
    an_extra_frame,
    draft_supplements,
    publish_supplements,
    sign_supplements,
    unsigned,
)
from tests.races import at_once
from tests.scenes import scene

FRAME = kroner(2_000_000)


@scene
def a_short_round() -> Round:
    """Publish three cases under a frame of two million: one in full, one in part, one refused."""
    return a_published_round((5, 4, 3), FRAME)


@scene
def an_extended_round() -> Round:
    """Choose an extra frame that reaches both the one that got a part and the one that was refused."""
    made = a_short_round()
    an_extra_frame(made)
    return made


def refusal_of(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def promised(application_id: int) -> Ore:
    total = db.session.scalar(
        select(func.sum(Entry.amount)).where(
            Entry.application_id == application_id, Entry.booked_as.in_(COMMITTED)
        )
    )
    return Ore(int(total or 0))


def in_force(application_id: int) -> Decision:
    found = queries.decision_in_force(application_id)
    assert found is not None
    return found


def test_the_increased_and_the_new_are_drafted_signed_and_published_together(app: Flask) -> None:
    del app
    made = a_short_round()
    full, part, none = (in_force(one.id) for one in made.applications)
    assert (part.outcome, none.outcome) == (Outcome.PARTIAL_AWARD, Outcome.REFUSAL)
    proposal = an_extra_frame(made)
    added = {line.application_id: line.added for line in proposal.lines}
    drafts = draft_supplements(made)
    assert {one.supersedes_id for one in drafts} == {part.id, none.id}
    assert {one.kind for one in drafts} == {DecisionKind.SUPPLEMENT}
    assert [one.amount for one in drafts] == [
        part.amount + added[part.application_id], added[none.application_id],
    ]  # fmt: skip
    assert sign_supplements(made) == ()
    steps = [one.application.step for one in made.decisions()]
    assert steps == [Step.AWARDED, Step.AWARDED, Step.REFUSED]
    assert publish_supplements(made) == 2
    for before in (part, none):
        now = in_force(before.application_id)
        assert now.amount == before.amount + added[before.application_id]
        assert now.application.step is Step.AWARDED
        assert promised(before.application_id) == now.amount
        assert {one.kind for one in now.letters} <= {LetterKind.AWARD, LetterKind.PARTIAL_AWARD}
    assert promised(full.application_id) == full.amount
    moved = select(Event.application_id).where(Event.kind == Act.AWARD_FROM_RESERVE.value)
    assert list(db.session.scalars(moved)) == [none.application_id]
    assert queries.signed_sum(made.call.id) == sum(one.amount for one in made.decisions())
    assert list(violations()) == []


def test_who_has_accepted_gets_further_instalments_on_the_same_answer(app: Flask) -> None:
    del app
    made = a_short_round()
    case = made.applications[1]
    accept(in_force(case.id).application)
    before = in_force(case.id)
    an_extra_frame(made)
    draft_supplements(made)
    sign_supplements(made)
    publish_supplements(made)
    after = in_force(case.id)
    assert after.application.step is Step.ACCEPTED
    assert after.acceptance is not None
    assert after.acceptance.content["carried_from"] == before.id
    rows = instalments_of(case.id)
    assert sum(one.amount for one in rows) == after.amount == promised(case.id)
    assert sum(one.amount for one in rows if one.decision_id == after.id) == (
        after.amount - before.amount
    )
    assert list(violations()) == []


def test_who_was_refused_accepts_as_anybody(app: Flask) -> None:
    del app
    made = an_extended_round()
    draft_supplements(made)
    sign_supplements(made)
    publish_supplements(made)
    case = made.applications[2]
    accept(in_force(case.id).application)
    assert in_force(case.id).application.step is Step.ACCEPTED
    assert sum(one.amount for one in instalments_of(case.id)) == in_force(case.id).amount
    assert list(violations()) == []


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_letter_says_what_is_new(app: Flask, language: str) -> None:
    made = an_extended_round()
    raised, awarded = draft_supplements(made)
    with app.test_request_context():
        paper = decision_paper(raised.id)
        said = main_reason(paper, language)
        assert paper.replaced is not None
        for amount in (paper.replaced, Ore(raised.amount - paper.replaced), raised.amount):
            assert format_kroner(amount) in said
        left = sum(one.amount for one in reductions(paper, language))
        assert left == raised.application.asked - raised.amount
        assert "avslag" in main_reason(decision_paper(awarded.id), language)


def test_nothing_is_drafted_twice_or_before_something_is_added(app: Flask) -> None:
    del app
    made = a_short_round()
    assert refusal_of(lambda: draft_supplements(made)) is Refusal.NOTHING_TO_DRAFT
    an_extra_frame(made)
    draft_supplements(made)
    assert refusal_of(lambda: draft_supplements(made)) is Refusal.NOTHING_TO_DRAFT
    sign_supplements(made)
    assert refusal_of(lambda: draft_supplements(made)) is Refusal.NOTHING_TO_DRAFT
    publish_supplements(made)
    assert undrafted(grants.call(made.call.id)) == []


def test_a_second_extra_frame_makes_an_unsigned_draft_outdated(app: Flask) -> None:
    del app
    made = a_short_round()
    an_extra_frame(made, kroner(500_000))
    (first,) = draft_supplements(made)
    an_extra_frame(made, kroner(1_000_000))
    (refused,) = sign_supplements(made)
    assert refused.because.reason is Refusal.SUPPLEMENT_CHANGED
    again = draft_supplements(made)
    grown = next(one for one in again if one.application_id == first.application_id)
    assert grown.supersedes_id == first.id
    assert grown.amount > first.amount
    assert sign_supplements(made) == ()
    publish_supplements(made)
    assert queries.signed_sum(made.call.id) <= FRAME + kroner(1_500_000)
    assert list(violations()) == []


def test_neither_drafter_nor_scorer_signs(app: Flask) -> None:
    del app
    made = an_extended_round()
    drafts = draft_supplements(made)
    stranger = a_decision_maker("Nina Ny")
    refused = services.sign_round(made.call, drafts, by=stranger, at=AFTERWARDS)
    assert {one.because.reason for one in refused} == {Hindrance.NOT_DECLARED}
    officer = person(made.drafter.id)
    assert (
        refusal_of(lambda: services.sign_round(made.call, drafts, by=officer, at=AFTERWARDS))
        is Refusal.NOT_DECISION_MAKER
    )


def test_an_addition_falls_with_an_award_that_is_given_back_meanwhile(app: Flask) -> None:
    del app
    made = an_extended_round()
    draft_supplements(made)
    sign_supplements(made)
    before = in_force(made.applications[1].id)
    lead = who_signs(before)
    seen = queries.published_decision(lead, before.application_id)
    services.answer_award(seen, accepted=False, account_number=None, by=lead, at=AFTERWARDS)
    assert publish_supplements(made) == 1
    newest = queries.latest_of(before.application_id)
    assert newest is not None
    assert newest.published_at is None
    assert state_of(newest) is DecisionState.LAPSED
    assert unreached(AFTERWARDS + timedelta(days=60)).unpublished == []
    assert promised(before.application_id) == 0
    assert in_force(made.applications[2].id).application.step is Step.AWARDED
    assert list(violations()) == []


def test_what_a_complaint_has_drafted_is_let_out_first(app: Flask) -> None:
    del app
    made = a_short_round()
    grown = made.applications[1].id
    appeal = an_appeal_in(made, 1, NOW + timedelta(days=1))
    amount = Ore(in_force(grown).amount + kroner(100_000))
    appealing.rule(
        appeal.again(), Ruling.REVERSE_IN_PART, amount=amount, reason=REASON, after=0,
        by=made.drafter, at=AFTERWARDS,
    )  # fmt: skip
    an_extra_frame(made)
    kinds = {one.application_id: one.kind for one in draft_supplements(made)}
    assert kinds == {
        grown: DecisionKind.REVERSAL, made.applications[2].id: DecisionKind.SUPPLEMENT,
    }  # fmt: skip
    appealing.withdraw_complaint(appeal.again(), by=appeal.signatory, at=AFTERWARDS)
    assert {one.kind for one in draft_supplements(made)} == {DecisionKind.SUPPLEMENT}
    assert sign_supplements(made) == ()
    assert publish_supplements(made) == 2
    assert list(violations()) == []


def test_two_who_draft_at_once_draft_once(app: Flask) -> None:
    made = an_extended_round()
    call_id, by_id = made.call.id, made.drafter.id

    def press() -> int:
        return services.draft_supplements(
            grants.call(call_id), by=person(by_id), at=AFTERWARDS
        )

    outcomes = at_once(app, press, press)
    refused = [one for one in outcomes if isinstance(one, RuleBrokenError)]
    assert [one.reason for one in refused] == [Refusal.NOTHING_TO_DRAFT]
    assert len(unsigned(made)) == 2
