"""Interest on a claim paid late: none without a rate, and reckoned from the claim's own days with one."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Person
from accounts.queries import person
from criteria.interest import InterestRefusal
from decisions.models import Letter, LetterKind
from decisions.refusals import Refusal
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import Ore, kroner
from grants import queries as grants
from grants.models import Scheme
from payments.interest.queries import LateInterest, late_interest
from payments.interest.rates import set_rate
from payments.reclaims import services as reclaiming
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import reclaim, view_of
from tests.builders.accounts import an_administrator
from tests.builders.decisions import NOW
from tests.builders.reclaims import PAY_BY, a_claim, a_paid_grant
from tests.web import Web

TODAY = NOW.date()
SOURCE = "regelverket § 9"


def late(found: Reclaim, days: int) -> LateInterest | None:
    moment = datetime.combine(PAY_BY + timedelta(days=days), time(12), clock.OSLO)
    with clock.frozen(moment):
        return late_interest(view_of(reclaim(found.id)))


def rate(scheme: Scheme, basis_points: int, by: Person, from_on: date = TODAY) -> None:
    set_rate(scheme, basis_points, from_on=from_on, source=SOURCE, by=by, at=NOW)


def why(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def test_a_late_claim_bears_interest_only_by_a_rate_and_until_it_is_paid(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    scheme, by = grants.scheme(), an_administrator("Ada Admin")
    officer = person(grant.round.team[0].id)
    yesterday = TODAY - timedelta(days=1)
    assert why(lambda: rate(scheme, 1200, officer)) is Refusal.NOT_ADMINISTRATOR
    assert why(lambda: rate(scheme, 3001, by)) is InterestRefusal.TOO_HIGH
    assert why(lambda: rate(scheme, 1200, by, yesterday)) is InterestRefusal.FROM_PASSED
    rate(scheme, 1200, by)
    assert why(lambda: rate(scheme, 1000, by)) is InterestRefusal.SAME_DAY

    found = a_claim(grant)
    about = Letter.about == f"reclaim:{found.id}"
    letter = db.session.scalars(select(Letter).where(about, Letter.kind == LetterKind.RECLAIM))
    assert SOURCE in str(letter.one().content)
    assert late(found, 0) is None
    ten = late(found, 10)
    assert ten is not None
    assert (ten.total, ten.sources) == (Ore(329), [SOURCE])  # 1 000 · 0.12 · 10 / 365 = 3.287…
    paid_on = PAY_BY + timedelta(days=5)
    at = datetime.combine(PAY_BY + timedelta(days=6), time(12), clock.OSLO)
    reclaiming.receive(reclaim(found.id), kroner(1_000), paid_on=paid_on, by=grant.attester, at=at)
    after = late(found, 30)
    assert after is not None
    assert [(one.days, one.last) for one in after.stretches] == [(5, paid_on)]


def test_without_a_rate_there_is_no_interest(app: Flask) -> None:
    del app
    assert late(a_claim(a_paid_grant()), 100) is None


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_page_of_rates_and_the_reckoning_on_the_claim(app: Flask) -> None:
    web, grant = Web(app), a_paid_grant()
    with clock.frozen(NOW):
        web.log_in(an_administrator("Ada Admin"))
        rates = "/forvaltning/renter"
        assert "ingen regel om renter" in web.open(rates).get_text()
        assert "12,25" in web.send(rates, percent="mye", source=SOURCE).get_text()
        page = web.send(rates, percent="12,25", source=SOURCE)
        assert "Renten er lagret." in page.get_text()
        assert "12,25 prosent" in page.get_text()
    found = a_claim(grant).id
    with clock.frozen(datetime.combine(PAY_BY + timedelta(days=10), time(12), clock.OSLO)):
        web.log_in(person(grant.round.maker.id))
        page = web.open(f"/tilbakekreving/{found}")
        assert "Slik er rentene regnet ut" in page.get_text()
        assert "12,25 prosent" in page.get_text()
