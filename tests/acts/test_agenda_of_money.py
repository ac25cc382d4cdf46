"""What later rooms put in the calendar: unused money, reports and claims, each for whom it concerns."""

from datetime import date, timedelta
from enum import StrEnum

from flask import Flask

from criteria.duties import DutyKind
from decisions.agenda.dates import Due
from decisions.agenda.queries import dues_of, dues_of_all
from followup.carryover.dates import CarryDate, last_days
from followup.carryover.foreknown import unused_of
from followup.reportdates import reports_due
from foundation import clock
from foundation.database import db
from foundation.money import kroner
from payments.reclaims import services as reclaiming
from payments.reclaims.dates import ClaimDate, claim_dates
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import reclaim
from tests.builders.carryover import NEXT_YEAR, an_unspent_grant, ask, propose, sign
from tests.builders.payments import Grant, signatory_of
from tests.builders.reclaims import (
    COMMENT_BY,
    LATER,
    PAY_BY,
    a_claim,
    a_notice,
    a_paid_grant,
    an_officer_of,
)
from tests.querycount import asked

TODAY = clock.in_oslo(NEXT_YEAR).date()


def led(grant: Grant) -> frozenset[int]:
    return frozenset({grant.application.partners[0].organisation_id})


def days(dues: list[Due], kind: StrEnum) -> list[date]:
    return [one.on for one in dues if one.kind is kind]


def test_unused_money_has_its_last_day_until_it_is_applied_for_and_then_its_answer(
    app: Flask,
) -> None:
    del app
    grant = an_unspent_grant()
    own = dues_of(led(grant), TODAY)
    assert days(own, CarryDate.LAST_DAY) == [date(2027, 4, 1)]
    assert not any(one.is_late(date(2027, 4, 2)) for one in own if one.kind is CarryDate.LAST_DAY)
    assert days(dues_of_all(TODAY), CarryDate.LAST_DAY) == []  # the office owes nothing by it
    assert days(dues_of(led(grant), date(2027, 4, 2)), CarryDate.LAST_DAY) == []
    found = ask(grant, kroner(100_000))
    for dues in (dues_of(led(grant), TODAY), dues_of_all(TODAY)):
        assert days(dues, CarryDate.ANSWER) == [date(2027, 3, 15)]
        assert days(dues, CarryDate.LAST_DAY) == []
    (due,) = [one for one in dues_of_all(TODAY) if one.kind is CarryDate.ANSWER]
    assert due.is_late(date(2027, 3, 16))
    assert not due.is_late(date(2027, 3, 15))
    sign(grant, propose(grant, found, kroner(100_000)))
    assert days(dues_of_all(TODAY), CarryDate.ANSWER) == []


def test_a_report_is_a_date_of_those_who_owe_it_until_it_is_sent(app: Flask) -> None:
    del app
    grant = an_unspent_grant()
    own = dues_of(led(grant), TODAY)
    assert days(own, DutyKind.ANNUAL) == [date(2028, 4, 1)]  # that of 2026 is sent
    assert days(own, DutyKind.FINAL) == [date(2028, 4, 1)]
    assert [one.kind for one in own if one.is_late(date(2028, 4, 2))] != []
    assert days(dues_of_all(date(2028, 4, 2)), DutyKind.ANNUAL) == []


def test_what_is_asked_back_has_the_day_to_comment_by_and_then_the_day_to_pay(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    noticed = a_notice(grant)
    today = COMMENT_BY - timedelta(days=1)
    assert days(dues_of_all(today), ClaimDate.COMMENT) == [COMMENT_BY]
    assert days(dues_of(led(grant), today), ClaimDate.COMMENT) == [COMMENT_BY]
    reclaiming.comment(
        noticed, "Vi er uenige.", by=signatory_of(grant.application), at=LATER
    )
    assert days(dues_of_all(today), ClaimDate.COMMENT) == []


def test_a_claim_is_due_until_it_is_paid_and_in_its_parts_when_that_is_agreed(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    found = a_claim(grant)
    day = clock.in_oslo(LATER).date()
    assert days(dues_of(led(grant), day), ClaimDate.PAY) == [PAY_BY]
    assert [one.is_late(PAY_BY + timedelta(days=1)) for one in dues_of_all(day)
            if one.kind is ClaimDate.PAY] == [True]  # fmt: skip
    first = PAY_BY + timedelta(days=14)
    reclaiming.agree(found, 2, first_due=first, by=an_officer_of(grant), at=LATER)
    assert days(dues_of(led(grant), day), ClaimDate.PAY) == [first]
    _pay(grant, reclaim(found.id), 500)
    second = first.replace(month=first.month + 1)
    assert days(dues_of(led(grant), day), ClaimDate.PAY) == [second]
    _pay(grant, reclaim(found.id), 500)
    assert days(dues_of(led(grant), day), ClaimDate.PAY) == []


def _pay(grant: Grant, found: Reclaim, amount: int) -> None:
    paid_on = clock.in_oslo(LATER).date()
    reclaiming.receive(found, kroner(amount), paid_on=paid_on, by=grant.attester, at=LATER)


def test_gathering_takes_as_many_questions_for_many_cases_as_for_one(app: Flask) -> None:
    del app
    grant = an_unspent_grant()
    here = grant.application.__class__.id.is_not(None)
    for gather, most in ((last_days, 4), (reports_due, 2), (claim_dates, 3)):
        db.session.expunge_all()
        with asked() as questions:
            list(gather(here, TODAY))
        assert questions.number <= most
    with asked() as questions:
        assert [one.amount for one in unused_of(min(led(grant)), TODAY)] == [kroner(600_000)]
    assert questions.number == 4
