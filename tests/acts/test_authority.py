"""Authority for amounts: given by another, kept in versions, and asked in the act that signs."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from flask import Flask

from accounts.authority import AuthorityKind, holders, limit_of
from accounts.authority.queries import history_of
from accounts.authority.services import NewAuthority, give
from accounts.models import Person, Role
from accounts.queries import person
from criteria.authority import GivingRefusal
from decisions import services
from decisions.refusals import Refusal
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.money import Ore, kroner
from tests.builders.accounts import a_person, an_administrator, authorise
from tests.builders.decisions import NOW, a_decision_maker, a_drafted_round
from tests.builders.impartiality import a_leader
from tests.races import at_once

SIGN = AuthorityKind.SIGN


def new(
    amount: Ore | None,
    from_on: date,
    to_on: date | None = None,
    kind: AuthorityKind = SIGN,
    reason: str = "Vikar for direktøren",
) -> NewAuthority:
    return NewAuthority(kind, amount, from_on, to_on, reason)


def refusal_of(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def test_what_was_given_is_never_edited_and_the_clock_tells_which_holds(app: Flask) -> None:
    del app
    anne, dag = an_administrator(), a_person(Role.DECISION_MAKER, name="Dag", limit=None)
    at, today = clock.now(), clock.today()
    assert limit_of(dag.id, SIGN, at) is None
    give(dag, new(kroner(100), today), by=anne, at=at)
    give(dag, new(kroner(500), today + timedelta(10), today + timedelta(12)), by=anne, at=at)
    assert limit_of(dag.id, SIGN, at) == kroner(100)
    last_moment = clock.end_of_day(today + timedelta(12)) - timedelta(seconds=1)
    assert limit_of(dag.id, SIGN, last_moment) == kroner(500)
    assert limit_of(dag.id, SIGN, last_moment + timedelta(seconds=1)) is None
    assert [one.person.id for one in holders(SIGN, at)] == [dag.id]
    give(dag, new(None, today), by=anne, at=at)
    assert limit_of(dag.id, SIGN, at) is None
    assert holders(SIGN, at) == []
    assert [one.amount for one in history_of(dag.id)] == [kroner(500), None, kroner(100)]


def test_it_is_given_by_a_leader_within_their_own_or_by_an_administrator_and_to_who_can_use_it(
    app: Flask,
) -> None:
    del app
    anne, dag = an_administrator(), a_decision_maker()
    liv, stranger = a_leader(dag, name="Liv Leder"), a_decision_maker("Siri Annen")
    authorise(liv, kroner(1_000))
    today = clock.today()

    def given(what: NewAuthority, by: Person, to: Person = dag) -> object:
        return refusal_of(lambda: give(to, what, by=by, at=clock.now()))

    assert given(new(kroner(1), today), dag) is GivingRefusal.ONESELF
    assert given(new(kroner(1), today), stranger) is GivingRefusal.NOT_THEIR_LEADER
    assert given(new(kroner(1_001), today), liv) is GivingRefusal.OVER_OWN_LIMIT
    assert given(new(kroner(1), today - timedelta(1)), anne) is GivingRefusal.IN_THE_PAST
    backwards = new(kroner(1), today + timedelta(2), today + timedelta(1))
    assert given(backwards, anne) is GivingRefusal.ENDS_BEFORE_IT_BEGINS
    assert given(new(kroner(1), today, reason=" \u200b"), anne) is GivingRefusal.REASON_MISSING
    attests = new(kroner(1), today, kind=AuthorityKind.ATTEST)
    assert given(attests, anne) is GivingRefusal.ROLE_LACKS_IT
    assert given(new(kroner(1), today), anne, to=anne) is GivingRefusal.ROLE_LACKS_IT
    nothing = new(None, today, kind=AuthorityKind.ATTEST)
    assert given(nothing, anne) is GivingRefusal.NOTHING_TO_TAKE
    give(dag, new(kroner(1_000), today), by=liv, at=clock.now())
    assert limit_of(dag.id, SIGN, clock.now()) == kroner(1_000)


def test_nobody_signs_for_more_than_their_authority_on_the_day(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5, 4), frame=kroner(2_000_000))
    large, small = sorted(made.decisions(), key=lambda one: -one.amount)
    assert large.amount > small.amount
    anne = an_administrator("Anne Annen")
    today = clock.in_oslo(NOW).date()

    def signs(at: datetime = NOW) -> object:
        return refusal_of(lambda: services.sign(made.decisions()[0], by=made.maker, at=at))

    give(made.maker, new(None, today), by=anne, at=NOW)
    assert signs() is Refusal.NO_AUTHORITY
    give(made.maker, new(small.amount, today, today), by=anne, at=NOW)
    refused = made.sign()
    assert [(one.decision.id, one.because.reason) for one in refused] == [
        (large.id, Refusal.OVER_AUTHORITY)
    ]
    assert set(refused[0].because.values) == {"amount", "limit"}
    give(made.maker, new(large.amount, today, today), by=anne, at=NOW)
    assert signs(NOW + timedelta(days=1)) is Refusal.NO_AUTHORITY
    services.sign(made.decisions()[0], by=made.maker, at=NOW)
    assert all(one.signed_at == NOW for one in made.decisions())


def test_who_loses_the_authority_while_signing_has_either_signed_before_or_does_not(
    app: Flask,
) -> None:
    made = a_drafted_round(points=(5,))
    anne, maker = an_administrator("Anne Annen").id, made.maker.id
    today = clock.in_oslo(NOW).date()

    def signs() -> object:
        services.sign(made.first(), by=person(maker), at=NOW)
        return None

    def taken() -> object:
        return give(person(maker), new(None, today), by=person(anne), at=NOW)

    outcomes = at_once(app, signs, taken)
    refused = [one.reason for one in outcomes if isinstance(one, RuleBrokenError)]
    assert limit_of(maker, SIGN, NOW) is None
    is_signed = made.first().signed_at is not None
    assert refused == ([] if is_signed else [Refusal.NO_AUTHORITY])
