"""Who leads whom, and what persons register about themselves: added to and ended, never overwritten."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.leading import services as leading
from accounts.leading.models import Leadership
from accounts.leading.queries import history_of, leader_now, leader_of, led_by
from accounts.models import Organisation, OrganisationKind, Person, Role
from accounts.queries import organisation_by_code, person
from accounts.registration import load_register
from accounts.ties import services as ties
from accounts.ties.queries import felt_ties, may_see_ties, person_with_ties, ties_of
from accounts.words import LeaderRefusal, TieRefusal
from applications.facts import lead_of
from assessments import services
from assessments.impartiality.hinting import hints_in
from assessments.queries import declared_view, undeclared_cases
from assessments.refusals import Refusal
from criteria.impartiality import TieKind, View
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from tests.builders.accounts import a_person, an_administrator, an_organisation
from tests.builders.assessments import a_submitted_case, an_officer
from tests.builders.impartiality import a_leader, a_tie
from tests.races import at_once


def refusal_of(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def test_a_leader_holds_from_a_day_and_the_history_is_kept(app: Flask) -> None:
    del app
    administrator, officer = an_administrator(), an_officer()
    first, second = a_leader(name="Lena Leder"), a_leader(name="Leif Leder")
    today = clock.today()

    def leads(leader: Person | None, from_on: date) -> None:
        leading.set_leader(officer, leader, from_on=from_on, by=administrator, at=clock.now())

    leads(first, today - timedelta(days=10))
    leads(second, today + timedelta(days=5))
    assert leader_of(officer.id, today) == first.id
    assert [one.id for one in led_by(first.id, today)] == [officer.id]
    assert leader_of(officer.id, today + timedelta(days=5)) == second.id
    leads(None, today)
    assert leader_now(officer.id, today) is None
    assert led_by(first.id, today) == []
    assert [one.leader_id for one in history_of(officer.id)] == [second.id, None, first.id]


def test_nobody_leads_in_a_circle_or_from_a_closed_account(app: Flask) -> None:
    del app
    administrator = an_administrator()
    top = a_leader()
    middle = person(a_person(Role.DECISION_MAKER, name="Mina Midt").id)

    def leads(led: Person, leader: Person) -> None:
        leading.set_leader(led, leader, from_on=clock.today(), by=administrator, at=clock.now())

    leads(middle, top)
    assert refusal_of(lambda: leads(top, middle)) is LeaderRefusal.CIRCLE
    assert refusal_of(lambda: leads(top, top)) is LeaderRefusal.ONESELF
    with transaction():
        db.session.merge(top).deactivated_at = clock.now()
    db.session.expire_all()
    assert refusal_of(lambda: leads(middle, person(top.id))) is LeaderRefusal.CLOSED
    assert db.session.scalar(select(func.count(Leadership.id))) == 1


def test_two_who_write_at_once_do_not_close_a_circle_together(app: Flask) -> None:
    administrator = an_administrator()
    one, other = a_leader().id, a_leader(name="Leif Leder").id
    by = administrator.id

    def leads(led: int, leader: int) -> Callable[[], Leadership]:
        return lambda: leading.set_leader(
            person(led), person(leader), from_on=clock.today(), by=person(by),
            at=clock.now(),
        )  # fmt: skip

    outcomes = at_once(app, leads(one, other), leads(other, one))
    refused = [each.reason for each in outcomes if isinstance(each, RuleBrokenError)]
    assert refused == [LeaderRefusal.CIRCLE]


def test_a_tie_is_ended_and_stays(app: Flask) -> None:
    del app
    officer, place = an_officer(), an_organisation("K-0001", OrganisationKind.MUNICIPALITY, "Vik")
    today = clock.today()
    tie = a_tie(officer, place, from_on=today - timedelta(days=30))

    def end(on: date) -> None:
        ties.end_tie(tie, on=on, by=officer, at=clock.now())

    assert refusal_of(lambda: end(today + timedelta(days=1))) is TieRefusal.IN_THE_FUTURE
    early = today - timedelta(days=31)
    assert refusal_of(lambda: end(early)) is TieRefusal.ENDS_BEFORE_IT_BEGINS
    end(today)
    assert refusal_of(lambda: end(today)) is TieRefusal.ALREADY_ENDED
    assert [(one.to_on, one.ended_at) for one in ties_of(officer.id)] == [(today, clock.now())]
    new = ties.NewTie(kind=TieKind.EMPLOYER, organisation=place, from_on=today + timedelta(days=1))
    later = refusal_of(lambda: ties.register_tie(new, by=officer, at=clock.now()))
    assert later is TieRefusal.IN_THE_FUTURE


def test_ties_are_seen_by_oneself_the_leader_and_the_auditor_alone(app: Flask) -> None:
    del app
    officer = an_officer()
    leader, auditor = a_leader(officer), person(a_person(Role.AUDITOR, name="Rita Revisor").id)
    others = [a_leader(name="Leif Leder"), an_officer("Oda Onsrud"), an_administrator()]
    for reader in (officer, leader, auditor):
        assert person_with_ties(reader, officer.id, clock.today()).id == officer.id
    for reader in map(person, (one.id for one in others)):
        assert not may_see_ties(reader, officer.id, clock.today())
        with pytest.raises(NotFoundError):
            person_with_ties(reader, officer.id, clock.today())


def of_register(code: str) -> Organisation:
    found = organisation_by_code(code)
    assert found is not None
    return found


def test_the_home_kommune_reaches_its_fylke_and_a_kommune_what_took_it_over(app: Flask) -> None:
    del app
    load_register(at=clock.now())
    officer = an_officer()
    bodo, alesund = of_register("K-1804"), of_register("K-1507")
    a_tie(officer, bodo)
    a_tie(officer, alesund, TieKind.EMPLOYER, to_on=date(2023, 12, 31))
    reached = {one.kind: one.reaches for one in felt_ties(ties_of(officer.id))}
    assert reached[TieKind.HOME] == {bodo.id, of_register("F-18").id}
    assert reached[TieKind.EMPLOYER] == {
        alesund.id, of_register("K-1508").id, of_register("K-1580").id
    }  # fmt: skip


def test_a_hint_asks_for_a_reason_and_is_left_out_of_many_at_once(app: Flask) -> None:
    del app
    first, officer = a_submitted_case(), an_officer()
    second = a_submitted_case(first.call, place=1)
    participant = next(one.organisation for one in first.partners if one.id != lead_of(first).id)
    a_tie(officer, participant)
    found = hints_in(officer.id, [first.id, second.id])
    assert {case: [one.touches for one in shown] for case, shown in found.items()} == {
        first.id: [(participant.name,)]
    }
    assert services.declare_impartial([first, second], by=officer, at=clock.now()) == 1
    waiting = undeclared_cases(officer, call_id=None, mine=False, limit=50)
    assert [one.id for one in waiting] == [first.id]

    def declare(reason: str) -> object:
        return services.declare(first, View.IMPARTIAL, reason=reason, by=officer, at=clock.now())

    assert refusal_of(lambda: declare(" ")) is Refusal.HINT_WITHOUT_REASON
    declare("Jeg bor der, men kjenner ingen i prosjektet.")
    assert declared_view(officer.id, first.id) is View.IMPARTIAL
