from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.queries import person
from criteria.postings import EntryKind
from criteria.reclaiming import ReclaimRefusal, ReclaimState
from decisions.models import Letter, LetterKind
from figures.checks import run, violations
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore, kroner
from payments import queries, services
from payments.books import services as books
from payments.books.queries import movement
from payments.models import Entry
from payments.reclaims import services as reclaiming
from payments.reclaims import stops
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import reclaim, view_of
from payments.reclaims.services import Verdict
from payments.refusals import PaymentRefusal
from tests.builders.damage import planted
from tests.builders.decisions import AN_ACCOUNT, NOW
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.builders.reclaims import (
    COMMENT_BY,
    LATER,
    PAY_BY,
    a_claim,
    a_notice,
    a_paid_grant,
    an_officer_of,
)
from tests.races import at_once


def why(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def state(found: Reclaim) -> ReclaimState:
    with clock.frozen(LATER):
        return view_of(reclaim(found.id)).state


def verdict(amount: Ore = kroner(1_000)) -> Verdict:
    return Verdict(amount, "Vilkåret er brutt.", PAY_BY, AN_ACCOUNT)


def test_money_is_asked_back_by_one_commented_by_the_party_and_decided_by_another(
    app: Flask,
) -> None:
    del app
    grant = a_paid_grant()
    maker, paid = person(grant.round.maker.id), grant.first().amount
    assert why(lambda: a_notice(grant, Ore(paid + 1))) is ReclaimRefusal.OVER_PAID
    found = a_notice(grant)
    assert why(lambda: a_notice(grant)) is ReclaimRefusal.OPEN_ALREADY
    early = why(lambda: reclaiming.decide(found, verdict(), by=maker, at=NOW))
    assert early is ReclaimRefusal.STILL_TIME_TO_COMMENT

    stranger = an_officer_of(grant)
    assert why(lambda: reclaiming.comment(found, "Nei.", by=stranger, at=NOW)) is (
        ReclaimRefusal.NOT_A_PARTY
    )
    reclaiming.comment(found, "Vi er uenige.", by=signatory_of(grant.application), at=NOW)
    too_much = verdict(kroner(1_001))
    assert why(lambda: reclaiming.decide(found, too_much, by=maker, at=NOW)) is (
        ReclaimRefusal.OVER_NOTICE
    )
    reclaiming.decide(found, verdict(), by=maker, at=NOW)
    balance = queries.case_balance(grant.application.id)
    assert (balance.claimed, balance.paid) == (kroner(1_000), paid)
    kinds = db.session.scalars(select(Letter.kind).where(Letter.about == f"reclaim:{found.id}"))
    assert set(kinds) == {LetterKind.RECLAIM_NOTICE, LetterKind.RECLAIM}
    assert state(found) is ReclaimState.CLAIMED
    assert list(violations()) == []
    with planted("UPDATE reclaim SET decided_amount = 1"):
        (told,) = run("claims")
        assert "100000 are claimed" in told


def test_a_claim_is_paid_in_parts_taken_back_and_the_rest_written_off(app: Flask) -> None:
    grant = a_paid_grant()
    found = a_claim(grant)
    before = queries.case_balance(grant.application.id)
    by, officer = grant.attester, an_officer_of(grant)

    reclaiming.agree(found, 4, first_due=PAY_BY, by=officer, at=LATER)
    assert [one.amount for one in reclaim(found.id).parts] == [kroner(250)] * 4
    reclaiming.agree(found, 2, first_due=PAY_BY, by=officer, at=LATER)
    assert [one.amount for one in reclaim(found.id).parts] == [kroner(500)] * 2

    number, payer = found.id, by.id

    def pay() -> int:
        return reclaiming.receive(
            reclaim(number), kroner(600), paid_on=COMMENT_BY, by=person(payer), at=LATER
        ).id

    outcomes = at_once(app, pay, pay)
    assert sorted(isinstance(one, int) for one in outcomes) == [False, True]
    after = queries.case_balance(grant.application.id)
    assert (after.paid, after.committed, after.claimed) == (
        before.paid - kroner(600), before.committed - kroner(600), kroner(400),
    )  # fmt: skip
    assert after.remaining == before.remaining

    (made,) = [one for one in outcomes if isinstance(one, int)]
    books.reverse_movement(movement(made), reason="Feil sak.", by=by, at=LATER)
    assert queries.case_balance(grant.application.id) == before
    reclaiming.receive(reclaim(number), kroner(250), paid_on=COMMENT_BY, by=person(payer), at=LATER)
    maker = person(grant.round.maker.id)
    reclaiming.write_off(reclaim(number), reason="Uten dekning.", by=maker, at=LATER)
    assert state(found) is ReclaimState.WRITTEN_OFF
    assert queries.case_balance(grant.application.id).claimed == NOTHING
    assert (
        why(lambda: reclaiming.write_off(reclaim(number), reason="Igjen.", by=maker, at=LATER))
        is ReclaimRefusal.NOTHING_OUTSTANDING
    )
    assert list(violations()) == []


def test_a_claim_that_was_wrong_is_countered_and_a_notice_is_dropped(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    found = a_claim(grant)
    claim = db.session.scalars(select(Entry).where(Entry.kind == EntryKind.CLAIM)).one()
    services.reverse(claim, reason="Omgjort etter klage.", by=grant.attester, at=LATER)
    assert state(found) is ReclaimState.ANNULLED
    second = a_notice(grant)
    maker = person(grant.round.maker.id)
    reclaiming.decide(second, Verdict(NOTHING, "Alt er i orden."), by=maker, at=LATER)
    assert state(second) is ReclaimState.DROPPED
    assert queries.case_balance(grant.application.id).claimed == NOTHING
    assert list(violations()) == []


def test_a_repayment_in_a_closed_month_is_booked_in_the_next_with_its_day(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    found = a_claim(grant)
    month = NOW.date().replace(day=1)
    books_at = LATER + timedelta(days=10)
    closing = books.close_month(month, by=grant.attester, at=books_at)
    reclaiming.receive(found, kroner(1), paid_on=NOW.date(), by=grant.attester, at=books_at)
    entry = db.session.scalars(select(Entry).where(Entry.kind == EntryKind.REPAYMENT)).one()
    assert entry.happened_on == NOW.date()
    assert entry.booked_on == closing.last_day + timedelta(days=1)
    assert list(violations()) == []


def test_a_stopped_case_is_not_paid_until_another_lifts_the_stop(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    waiting = grant.first()
    officer, other = an_officer_of(grant), person(grant.round.team[1].id)
    stops.stop_payment(grant.application, reason="Mistanke.", by=officer, at=NOW)
    assert (
        why(lambda: stops.stop_payment(grant.application, reason="Igjen.", by=other, at=NOW))
        is PaymentRefusal.STOPPED_ALREADY
    )
    assert stops.stopped_among([grant.application.id]) == {grant.application.id}
    batch = services.attest_many([waiting.id], by=grant.attester, at=NOW)
    assert [one.because.reason for one in batch.refused] == [PaymentRefusal.STOPPED]
    assert (
        why(lambda: stops.lift_stop(grant.application, reason="I orden.", by=officer, at=NOW))
        is PaymentRefusal.LIFTED_BY_ANOTHER
    )
    stops.lift_stop(grant.application, reason="I orden.", by=other, at=NOW)
    assert services.attest_many([waiting.id], by=grant.attester, at=NOW).done == 1
