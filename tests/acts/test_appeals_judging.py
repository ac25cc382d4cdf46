"""What the office does with a complaint, and what follows in decisions and money."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.queries import person
from criteria.appeal import Result, Ruling, Unlawful
from criteria.impartiality import Hindrance
from criteria.postings import COMMITTED
from criteria.steps import Step
from decisions import queries, services
from decisions.appeals import queries as appeals
from decisions.appeals import services as acts
from decisions.appeals.refusals import Refusal
from decisions.appeals.states import ComplaintState, state_of
from decisions.models import DecisionKind, LetterKind, Outcome
from decisions.refusals import Refusal as DecisionRefusal
from figures.checks import violations
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import Ore, kroner
from payments import services as paying
from payments.models import Entry
from payments.queries import instalments_of
from payments.refusals import PaymentRefusal
from tests.builders.appeals import LATER, REASON, ROOMY, Appeal, an_appeal, an_appeal_in
from tests.builders.decisions import AN_ACCOUNT, a_decision_maker, a_published_round, make_documents
from tests.builders.payments import accept, an_accepted_grant
from tests.races import at_once

MUCH_LATER = LATER + timedelta(days=60)


def reason_of(refusal: pytest.ExceptionInfo[RuleBrokenError]) -> object:
    return refusal.value.reason


def promised(application_id: int) -> Ore:
    total = db.session.scalar(
        select(func.sum(Entry.amount)).where(
            Entry.application_id == application_id, Entry.booked_as.in_(COMMITTED)
        )
    )
    return Ore(int(total or 0))


def asked(appeal: Appeal) -> Ore:
    return Ore(appeal.decision().application.asked)


def kinds_made(appeal: Appeal) -> set[LetterKind]:
    """Make what waits, and give the kinds of the case's letters that are made."""
    make_documents(MUCH_LATER)
    letters = queries.letters_in_case(appeal.complaint.application_id)
    assert [one.failure for one in letters if one.failure] == []
    return {one.kind for one in letters if one.made_at is not None}


def test_a_rejection_takes_two_persons_and_ends_the_complaint(app: Flask) -> None:
    del app
    appeal = an_appeal()
    appeal.rule(Ruling.REJECT)
    assert state_of(appeal.again()) is ComplaintState.PREPARED
    appeal.confirm()
    assert state_of(appeal.again()) is ComplaintState.REJECTED
    assert not appeal.again().is_open
    assert LetterKind.COMPLAINT_DECISION in kinds_made(appeal)
    with pytest.raises(RuleBrokenError) as refusal:
        appeal.rule(Ruling.UPHOLD)
    assert reason_of(refusal) is Refusal.NOT_OPEN


def test_who_has_not_declared_impartiality_confirms_nothing(app: Flask) -> None:
    del app
    appeal = an_appeal()
    appeal.rule(Ruling.REJECT)
    stranger = a_decision_maker("Nina Ny")
    with pytest.raises(RuleBrokenError) as refusal:
        acts.confirm_ruling(appeal.again(), by=stranger, at=LATER)
    assert reason_of(refusal) is Hindrance.NOT_DECLARED
    with pytest.raises(RuleBrokenError) as refusal:
        acts.confirm_ruling(appeal.again(), by=appeal.officer, at=LATER)
    assert reason_of(refusal) is DecisionRefusal.NOT_DECISION_MAKER


@pytest.mark.parametrize(
    ("ruling", "amount", "expected"),
    [
        (Ruling.REVERSE_IN_PART, None, Refusal.AMOUNT_MISSING),
        (Ruling.REVERSE_IN_PART, 1, Unlawful.NOT_MORE),
        (Ruling.REVERSE_IN_PART, 90_000_000, Unlawful.MORE_THAN_ASKED),
    ],
)
def test_a_reversal_gives_more_than_before(
    app: Flask, ruling: Ruling, amount: int | None, expected: object
) -> None:
    del app
    appeal = an_appeal()
    with pytest.raises(RuleBrokenError) as refusal:
        appeal.rule(ruling, None if amount is None else kroner(amount))
    assert reason_of(refusal) is expected


def test_a_full_reversal_before_the_answer_replaces_the_award(app: Flask) -> None:
    del app
    appeal = an_appeal()
    first = appeal.decision()
    appeal.rule(Ruling.REVERSE)
    assert state_of(appeal.again()) is ComplaintState.REVERSAL_DRAFTED
    with pytest.raises(RuleBrokenError) as refusal:
        appeal.confirm()
    assert reason_of(refusal) is Refusal.SIGN_THE_DECISION
    second = appeal.publish()
    assert (second.kind, second.supersedes_id) == (DecisionKind.REVERSAL, first.id)
    assert second.outcome is Outcome.AWARD
    assert second.amount == asked(appeal)
    assert second.reason == REASON
    assert second.application.step is Step.AWARDED
    assert promised(second.application_id) == second.amount
    assert state_of(appeal.again()) is ComplaintState.REVERSED
    assert appeal.again().rulings[-1].confirmed_by_id == appeal.maker.id
    accept(appeal.decision().application)
    planned = instalments_of(second.application_id)
    assert sum(one.amount for one in planned) == asked(appeal)
    assert list(violations()) == []


def test_a_declined_reversal_gives_all_of_it_back(app: Flask) -> None:
    del app
    appeal = an_appeal()
    appeal.rule(Ruling.REVERSE)
    second = appeal.publish()
    seen = queries.published_decision(appeal.signatory, second.application_id)
    services.answer_award(
        seen, accepted=False, account_number=None, by=appeal.signatory, at=LATER
    )
    assert promised(second.application_id) == 0
    assert list(violations()) == []


def test_a_partial_reversal_of_an_accepted_grant_adds_instalments(app: Flask) -> None:
    del app
    grant = an_accepted_grant(a_published_round((5,), ROOMY))
    appeal = an_appeal_in(grant.round, 0)
    before = appeal.decision()
    more = Ore((before.amount + asked(appeal)) // 2 // 100 * 100)
    appeal.rule(Ruling.REVERSE_IN_PART, more)
    after = appeal.publish()
    assert after.application.step is Step.ACCEPTED
    assert after.acceptance is not None
    assert after.acceptance.account_number == AN_ACCOUNT
    assert after.acceptance.content["carried_from"] == before.id
    assert promised(after.application_id) == more
    rows = instalments_of(after.application_id)
    assert {one.decision_id for one in rows} == {before.id, after.id}
    assert sum(one.amount for one in rows) == more
    assert any(one.due_at == LATER for one in rows if one.decision_id == after.id)
    assert state_of(appeal.again()) is ComplaintState.REVERSED_IN_PART
    assert list(violations()) == []


def test_a_refusal_is_reversed_into_an_award(app: Flask) -> None:
    del app
    appeal = an_appeal((5, 4, 1), place=2)
    assert appeal.decision().outcome is Outcome.REFUSAL
    appeal.rule(Ruling.REVERSE_IN_PART, kroner(500_000))
    awarded = appeal.publish()
    assert awarded.outcome is Outcome.PARTIAL_AWARD
    assert awarded.application.step is Step.AWARDED
    assert promised(awarded.application_id) == kroner(500_000)
    accept(appeal.decision().application)
    assert appeal.decision().application.step is Step.ACCEPTED
    assert list(violations()) == []


def test_a_reversal_is_held_by_the_frame(app: Flask) -> None:
    del app
    appeal = an_appeal((5, 4, 3), frame=kroner(4_000_000))
    appeal.rule(Ruling.REVERSE)
    with pytest.raises(RuleBrokenError) as refusal:
        appeal.sign()
    assert reason_of(refusal) is DecisionRefusal.OVER_FRAME


def test_nothing_is_signed_when_the_complaint_behind_it_is_gone(app: Flask) -> None:
    del app
    appeal = an_appeal()
    appeal.rule(Ruling.REVERSE)
    acts.withdraw_complaint(appeal.again(), by=appeal.signatory, at=LATER)
    with pytest.raises(RuleBrokenError) as refusal:
        appeal.sign()
    assert reason_of(refusal) is DecisionRefusal.NO_COMPLAINT_BEHIND


def test_a_finding_may_be_replaced_until_it_is_signed(app: Flask) -> None:
    del app
    appeal = an_appeal()
    appeal.rule(Ruling.REVERSE)
    acts.rule(
        appeal.again(), Ruling.UPHOLD, reason=REASON, after=1, by=appeal.officer, at=LATER
    )
    with pytest.raises(RuleBrokenError) as refusal:
        appeal.sign()
    assert reason_of(refusal) is DecisionRefusal.NO_COMPLAINT_BEHIND
    acts.rule(
        appeal.again(), Ruling.REVERSE, reason=REASON, after=2, by=appeal.officer, at=LATER
    )
    appeal.sign()
    with pytest.raises(RuleBrokenError) as refusal:
        acts.rule(
            appeal.again(), Ruling.REJECT, reason=REASON, after=3, by=appeal.officer, at=LATER
        )
    assert reason_of(refusal) is Refusal.ALREADY_RULED


def test_two_officers_at_once_find_one_thing(app: Flask) -> None:
    appeal = an_appeal()
    number, who = appeal.complaint.id, appeal.officer.id

    def find(ruling: Ruling) -> int:
        officer = person(who)
        found = appeals.complaint(number)
        return acts.rule(found, ruling, reason=REASON, by=officer, at=LATER).number

    outcomes = at_once(app, lambda: find(Ruling.REJECT), lambda: find(Ruling.UPHOLD))
    refused = [one for one in outcomes if isinstance(one, RuleBrokenError)]
    assert [one.reason for one in refused] == [Refusal.RULED_MEANWHILE]
    assert len(appeal.again().rulings) == 1


def test_two_who_confirm_at_once_confirm_once(app: Flask) -> None:
    appeal = an_appeal()
    appeal.rule(Ruling.UPHOLD)
    number, maker = appeal.complaint.id, appeal.maker.id

    def confirm() -> int:
        acts.confirm_ruling(appeals.complaint(number), by=person(maker), at=LATER)
        return 1

    outcomes = at_once(app, confirm, confirm)
    refused = [one for one in outcomes if isinstance(one, RuleBrokenError)]
    assert [one.reason for one in refused] == [Refusal.NOTHING_TO_CONFIRM]


def test_payments_wait_while_a_complaint_is_open(app: Flask) -> None:
    del app
    grant = an_accepted_grant(a_published_round((5,), ROOMY))
    paying.attest(grant.first(), by=grant.attester, at=LATER)
    appeal = an_appeal_in(grant.round, 0)
    with pytest.raises(RuleBrokenError) as refusal:
        paying.authorise(grant.first(), by=grant.authoriser, at=LATER)
    assert reason_of(refusal) is PaymentRefusal.DISPUTED
    waiting = paying.attest_many([one.id for one in grant.instalments()], by=grant.attester, at=LATER)
    assert waiting.done == 0
    acts.withdraw_complaint(appeal.again(), by=appeal.signatory, at=LATER)
    paying.authorise(grant.first(), by=grant.authoriser, at=LATER)
    assert grant.first().authorised_at == LATER


def to_the_appeal_body(appeal: Appeal) -> None:
    appeal.rule(Ruling.UPHOLD)
    appeal.confirm()
    with pytest.raises(RuleBrokenError) as refusal:
        acts.send_to_appeal_body(appeal.again(), by=appeal.officer, at=LATER)
    assert reason_of(refusal) is Refusal.COMMENT_STILL_DUE
    acts.comment_on_statement(
        appeals.complaint_of(appeal.signatory, appeal.complaint.id),
        comment="Vi står på vårt.", by=appeal.signatory, at=LATER,
    )  # fmt: skip
    assert state_of(appeal.again()) is ComplaintState.TO_SEND
    acts.send_to_appeal_body(appeal.again(), by=appeal.officer, at=LATER)


def answer(appeal: Appeal, result: Result, day: date | None = None) -> None:
    acts.register_result(
        appeal.again(), result, text="Slik kom vi til det.", decided_on=day or LATER.date(),
        by=appeal.officer, at=MUCH_LATER,
    )  # fmt: skip


def test_an_upheld_decision_goes_above_with_the_partys_comment(app: Flask) -> None:
    del app
    appeal = an_appeal()
    to_the_appeal_body(appeal)
    assert state_of(appeal.again()) is ComplaintState.AT_APPEAL_BODY
    with pytest.raises(RuleBrokenError) as refusal:
        answer(appeal, Result.UPHELD, MUCH_LATER.date() + timedelta(days=1))
    assert reason_of(refusal) is Refusal.DECIDED_IN_THE_FUTURE
    answer(appeal, Result.UPHELD)
    assert state_of(appeal.again()) is ComplaintState.UPHELD
    assert {LetterKind.FORWARDING, LetterKind.COMPLAINT_DECISION} <= kinds_made(appeal)
    assert not appeal.again().is_open


def test_without_a_comment_it_is_sent_when_the_time_is_out(app: Flask) -> None:
    del app
    appeal = an_appeal()
    appeal.rule(Ruling.UPHOLD)
    appeal.confirm()
    acts.send_to_appeal_body(appeal.again(), by=appeal.officer, at=MUCH_LATER)
    with pytest.raises(RuleBrokenError) as refusal:
        acts.comment_on_statement(
            appeals.complaint_of(appeal.signatory, appeal.complaint.id),
            comment="For sent.", by=appeal.signatory, at=MUCH_LATER,
        )  # fmt: skip
    assert reason_of(refusal) is Refusal.COMMENT_TOO_LATE


def test_what_the_appeal_body_reverses_is_decided_anew_and_is_final(app: Flask) -> None:
    del app
    appeal = an_appeal()
    to_the_appeal_body(appeal)
    answer(appeal, Result.REVERSED)
    assert state_of(appeal.again()) is ComplaintState.TO_ACT_ON
    before = appeal.decision().amount
    with pytest.raises(RuleBrokenError) as refusal:
        acts.act_on_result(
            appeal.again(), amount=Ore(before), reason=REASON, by=appeal.officer, at=MUCH_LATER
        )
    assert reason_of(refusal) is Unlawful.NOT_MORE
    all_of_it = asked(appeal)
    acts.act_on_result(
        appeal.again(), amount=all_of_it, reason=REASON, by=appeal.officer, at=MUCH_LATER
    )
    second = appeal.publish(MUCH_LATER)
    assert second.amount == asked(appeal)
    assert state_of(appeal.again()) is ComplaintState.REVERSED_ABOVE
    seen = queries.published_decision(appeal.signatory, second.application_id)
    with pytest.raises(RuleBrokenError) as refusal:
        acts.begin_complaint(
            seen, appeal.complaint.organisation_id, by=appeal.signatory, at=MUCH_LATER
        )
    assert reason_of(refusal) is Refusal.MADE_BY_APPEAL_BODY


def test_what_is_sent_back_may_end_as_it_was_and_be_complained_of_again(app: Flask) -> None:
    del app
    appeal = an_appeal()
    to_the_appeal_body(appeal)
    answer(appeal, Result.SENT_BACK)
    before = appeal.decision()
    acts.act_on_result(
        appeal.again(), amount=Ore(before.amount), reason=REASON, by=appeal.officer, at=MUCH_LATER
    )
    second = appeal.publish(MUCH_LATER)
    assert second.amount == before.amount
    assert promised(second.application_id) == before.amount
    seen = queries.published_decision(appeal.signatory, second.application_id)
    again = acts.begin_complaint(
        seen, appeal.complaint.organisation_id, by=appeal.signatory, at=MUCH_LATER
    )
    assert again.decision_id == second.id


def test_the_letter_of_a_reversal_is_made(app: Flask) -> None:
    del app
    appeal = an_appeal()
    appeal.rule(Ruling.REVERSE)
    signed = appeal.sign()
    make_documents(LATER)
    letters = queries.letters_in_case(signed.application_id)
    assert all(one.made_at for one in letters if one.decision_id == signed.id)
    assert [one.failure for one in letters] == [None] * len(letters)


