"""Interest on a claim paid late: none without a rate, and reckoned from the claim's own days with one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from accounts.models import Person
from accounts.queries import person
from criteria.interest import ChargeRefusal, InterestRefusal
from criteria.postings import EntryKind
from criteria.reclaiming import Claimed, ReclaimRefusal, ReclaimState
from decisions.letter.keeping import from_json
from decisions.models import Letter, LetterKind
from decisions.refusals import Refusal
from figures.checks import run, violations
from figures.yearly import year_view
from foundation import clock
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore, kroner
from foundation.wording import NO_BREAK
from grants import queries as grants
from grants.models import Scheme
from payments import queries, services
from payments.books import services as books
from payments.books.models import Movement
from payments.books.queries import movement
from payments.interest.charges import charges_of
from payments.interest.charging import charge_interest
from payments.interest.models import InterestCharge
from payments.interest.queries import LateInterest, late_interest
from payments.interest.rates import set_rate
from payments.models import Entry
from payments.reclaims import services as reclaiming
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import reclaim, view_of
from payments.refusals import PaymentRefusal
from tests.builders.accounts import an_administrator
from tests.builders.damage import planted
from tests.builders.decisions import NOW
from tests.builders.payments import Grant
from tests.builders.reclaims import PAY_BY, a_claim, a_paid_grant, an_officer_of
from tests.races import at_once
from tests.scenes import scene
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


def entries(found: Reclaim, *kinds: EntryKind) -> list[Ore]:
    of = select(Entry.amount).where(Entry.reclaim_id == found.id, Entry.kind.in_(kinds))
    return list(db.session.scalars(of.order_by(Entry.id)))


def sums(found: Reclaim) -> Claimed:
    return view_of(reclaim(found.id)).sums


def on(days: int) -> datetime:
    """A day so many days after the claim was to be paid, at noon."""
    return datetime.combine(PAY_BY + timedelta(days=days), time(12), clock.OSLO)


@scene
def a_claim_that_bears_interest() -> tuple[Grant, Reclaim]:
    """Claim 1 000 kroner by a rate of 12 percent: 32.88 øre a day."""
    grant = a_paid_grant()
    rate(grants.scheme(), 1200, an_administrator("Ada Admin"))
    return grant, a_claim(grant)


def test_interest_is_charged_once_for_each_day_whoever_charges_it(app: Flask) -> None:
    grant, found = a_claim_that_bears_interest()
    number, by = found.id, grant.attester.id
    before = queries.case_balance(grant.application.id)

    def charge(days: int = 10) -> Ore:
        return charge_interest(
            reclaim(number), until=on(days).date(), by=person(by), at=on(days)
        )

    officer = an_officer_of(grant)
    refused = why(lambda: charge_interest(found, until=PAY_BY, by=officer, at=on(1)))
    assert refused is Refusal.NOT_CONTROLLER
    later = on(11).date()
    assert why(lambda: charge_interest(found, until=later, by=person(by), at=on(10))) is (
        ChargeRefusal.UNTIL_IN_FUTURE
    )
    assert why(lambda: charge(0)) is ChargeRefusal.NOTHING_RUN
    outcomes = at_once(app, charge, charge)
    assert [one for one in outcomes if isinstance(one, int)] == [Ore(329)]
    assert entries(found, EntryKind.INTEREST) == [Ore(329)]
    assert why(charge) is ChargeRefusal.NOTHING_RUN
    assert charge(20) == Ore(329)
    assert [(one.first_on, one.last_on) for one in charges_of(number)] == [
        (on(1).date(), on(10).date()), (on(11).date(), on(20).date()),
    ]  # fmt: skip
    after = queries.case_balance(grant.application.id)
    assert after == replace(before, interest=Ore(658))
    told = select(Letter).where(Letter.kind == LetterKind.INTEREST).order_by(Letter.id)
    letters = [
        from_json(one.kind, (one.content or JsonValue())["said"]) for one in db.session.scalars(told)
    ]
    assert [getattr(one, "owed", None) for one in letters] == [Ore(1_003_29), Ore(1_006_58)]

    first, last = [one.entry for one in charges_of(number)]
    twice = InterestCharge(
        entry_id=first.id + 1_000, reclaim_id=number, first_on=PAY_BY, last_on=on(12).date()
    )
    with pytest.raises(DatabaseError, match="charged already"), transaction():
        db.session.add(twice)
    for change in ("UPDATE interest_charge SET last_on = first_on", "DELETE FROM interest_charge"):
        with pytest.raises(DatabaseError, match="only added to"), transaction():
            db.session.execute(text(change))

    claim = db.session.scalars(select(Entry).where(Entry.kind == EntryKind.CLAIM)).one()
    for entry in (claim, first):
        assert why(partial(counter, entry, grant)) is PaymentRefusal.INTEREST_FIRST
    counter(last, grant)
    assert charge(15) == Ore(164)  # 5 days of those that were taken back
    assert sums(found).interest == Ore(493)
    assert list(violations()) == []
    with planted("UPDATE entry SET amount = 50000 WHERE kind = 'interest'"):
        assert "more than the rule gives" in " ".join(run("interest"))
    with planted("UPDATE interest_charge SET first_on = '2020-01-01'"):
        assert "for the same days" in " ".join(run("interest"))


def counter(entry: Entry, grant: Grant) -> None:
    services.reverse(queries.entry(entry.id), reason="Feil.", by=grant.attester, at=on(30))


def test_a_payment_covers_the_interest_first_and_the_claim_is_settled_when_both_are(
    app: Flask,
) -> None:
    del app
    grant, found = a_claim_that_bears_interest()
    by, paid = grant.attester, queries.case_balance(grant.application.id).paid

    def receive(amount: Ore, days: int) -> Movement:
        paid_on = on(days).date()
        return reclaiming.receive(reclaim(found.id), amount, paid_on=paid_on, by=by, at=on(40))

    asked = reclaiming.receive(
        reclaim(found.id), kroner(600), paid_on=on(10).date(), by=by, at=on(40), principal_first=True
    )
    assert (sums(found).principal, sums(found).interest) == (kroner(400), Ore(329))
    books.reverse_movement(movement(asked.id), reason="Feil beløp.", by=by, at=on(40))
    receive(kroner(1_000), 10)
    assert (sums(found).principal, sums(found).interest) == (Ore(329), NOTHING)
    assert entries(found, EntryKind.INTEREST, EntryKind.INTEREST_PAYMENT) == [329, 329, -329]
    balance = queries.case_balance(grant.application.id)
    assert balance.paid == paid - kroner(1_000) + Ore(329)  # interest is no part of the grant
    too_early = why(lambda: receive(Ore(1), 9))
    assert too_early is ChargeRefusal.CHARGED_PAST
    assert why(lambda: receive(Ore(333), 40)) is ReclaimRefusal.OVER_OUTSTANDING
    made = receive(Ore(332), 40)  # 30 days of 3.29 kroner are 3 øre
    assert view_of(reclaim(found.id)).state is ReclaimState.SETTLED
    assert late(found, 60) is None
    assert list(violations()) == []

    books.reverse_movement(movement(made.id), reason="Feil sak.", by=by, at=on(41))
    assert (sums(found).principal, sums(found).interest) == (Ore(329), NOTHING)
    assert charges_of(found.id)[-1].last_on == on(10).date()
    maker = person(grant.round.maker.id)
    reclaiming.write_off(reclaim(found.id), reason="Uten dekning.", by=maker, at=on(40))
    assert sums(found).outstanding == NOTHING
    assert entries(found, EntryKind.INTEREST_WRITE_OFF) == [-3]
    assert list(violations()) == []


def test_an_agreement_takes_the_interest_in_and_the_days_it_gives_bear_none(app: Flask) -> None:
    del app
    grant, found = a_claim_that_bears_interest()
    first_due = on(41).date()
    reclaiming.agree(found, 2, first_due=first_due, by=an_officer_of(grant), at=on(10))
    parts = reclaim(found.id).parts
    assert [(one.amount, one.interest) for one in parts] == [
        (kroner(501), Ore(329)), (Ore(502_29), NOTHING),
    ]  # fmt: skip
    with clock.frozen(on(30)):
        assert view_of(reclaim(found.id)).overdue == NOTHING
    assert late(found, 41) is None
    since = late(found, 51)
    assert since is not None
    (run_since,) = since.stretches
    assert (run_since.days, run_since.overdue) == (10, Ore(501_00 - 329))
    with clock.frozen(on(51)):
        assert view_of(reclaim(found.id)).overdue == kroner(501)


def test_without_a_rate_there_is_no_interest(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    found, by = a_claim(grant), grant.attester
    assert late(found, 100) is None
    refused = why(lambda: charge_interest(found, until=PAY_BY, by=by, at=on(100)))
    assert refused is ChargeRefusal.NOTHING_RUN
    reclaiming.receive(found, kroner(1_000), paid_on=on(100).date(), by=by, at=on(100))
    assert view_of(reclaim(found.id)).state is ReclaimState.SETTLED
    assert entries(found, EntryKind.INTEREST) == []


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
        assert "Beregn renter" not in page.get_text()
        web.log_in(person(grant.attester.id))
        charge = f"/tilbakekreving/{found}/renter"
        assert "kan ikke være etter i dag" in web.send(charge, until="2099-01-01").get_text()
        page = web.send(charge, until=clock.today().isoformat())
        assert "Rentene er bokført" in page.get_text()
        assert "1 003,36 kr, av dette 3,36 kr i renter" in page.get_text().replace(NO_BREAK, " ")
        assert "Påløpt og ikke beregnet" not in page.get_text()
        assert "Renter på krav" in web.open("/okonomi/hovedbok").get_text()
        year = year_view(clock.today().year)
        assert (year.interest.charged, year.interest.left, year.off) == (Ore(336), Ore(336), NOTHING)
        shown = web.open(f"/okonomi/aar/{clock.today().year}").get_text(" ").replace(NO_BREAK, " ")
        assert "Renter på krav" in shown
        assert "3,36 kr" in shown
        assert year.total.paid == queries.case_balance(grant.application.id).paid
        case = web.open(f"/saker/{grant.application.id}").get_text(" ").replace(NO_BREAK, " ")
        assert "gjenstår 1 003,36 kr, av dette 3,36 kr i renter" in case
        assert "Renter på krav som ikke er betalt: 3,36 kr" in case
