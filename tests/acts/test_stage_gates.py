"""Stage gates: set by the office, told at by the project, decided on, and money that waits for them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import DatabaseError

from accounts.queries import person
from applications.facts import lead_of
from applications.models import Application, Event
from applications.queries import any_application
from applications.refusals import Refusal as ApplicantRefusal
from criteria.impartiality import Hindrance
from criteria.instalments import Trigger
from criteria.stagegates import PointRefusal, PointState, Told
from criteria.steps import Step
from decisions.agenda.queries import dues_of, dues_of_all
from decisions.refusals import Refusal as OfficeRefusal
from figures.checks import violations
from foundation import schema
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.money import kroner
from foundation.outbox import Mail
from grants.services import add_plan_step
from grants.words import CallRefusal
from payments import services as paying
from payments.models import Instalment
from payments.plans.versions import parts_of, versions_of
from payments.points import queries, services
from payments.points.dates import PointDate
from payments.points.models import PointAccount, StageGate
from payments.points.notes import PointNote
from payments.refusals import PaymentRefusal
from payments.states import InstalmentState, state_of
from tests.builders.accounts import an_administrator
from tests.builders.applications import an_editor
from tests.builders.assessments import an_officer
from tests.builders.decisions import NOW
from tests.builders.grants import a_draft
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.builders.points import (
    CONDITIONALLY,
    GO_ON,
    PLAN,
    STOP,
    TOLD,
    a_point,
    again,
    decide,
    let_wait,
    tell,
)
from tests.races import at_once

BEFORE_THAT = "0040"


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def the_database_refuses(said: str, act: Callable[[], object]) -> None:
    with pytest.raises(DatabaseError, match=said), transaction():
        act()


def test_a_project_is_let_past_a_point_and_what_waits_falls_due_once(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    point = a_point(grant)
    waiting = let_wait(grant, point)
    assert (waiting.trigger, waiting.due_at, waiting.point_name) == (
        Trigger.STAGE_GATE, None, PLAN.name,
    )  # fmt: skip
    assert [one.point_name for one in parts_of(versions_of(grant.application.id)[0])][-1] == PLAN.name
    assert refused(lambda: paying.attest(waiting, by=grant.attester, at=NOW)) is PaymentRefusal.NOT_DUE
    told = [one.subject for one in db.session.scalars(select(Mail))]
    assert len([one for one in told if "stoppunkt eller kontrollpunkt" in one]) == 1

    assert point.state is PointState.AWAITS_ACCOUNT
    point = tell(grant, point)
    assert point.state is PointState.AWAITS_DECISION
    assert decide(grant, point) == 1
    point = again(point)
    assert (point.state, point.is_passed) == (PointState.PASSED, True)
    due = grant.instalments()[-1]
    assert (due.due_at, state_of(due, NOW)) == (NOW, InstalmentState.DUE)
    assert refused(lambda: decide(grant, point)) is PointRefusal.NOTHING_TO_DECIDE
    assert refused(lambda: tell(grant, point)) is PointRefusal.PASSED
    paying.attest(grant.instalments()[-1], by=grant.attester, at=NOW)
    assert list(violations()) == []
    subjects = [one.subject for one in db.session.scalars(select(Mail))]
    assert any("prosjektet ber om å gå videre" in one for one in subjects)
    assert any("svar om å gå videre" in one for one in subjects)


def test_a_stop_moves_no_money_and_the_project_may_tell_anew(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    point = a_point(grant)
    let_wait(grant, point)
    tell(grant, point)
    tell(grant, point, replace(TOLD, expected=kroner(1_000_000)))
    assert decide(grant, point, STOP) == 0
    assert again(point).state is PointState.STOPPED
    assert grant.instalments()[-1].due_at is None
    point = tell(grant, point)
    assert decide(grant, point, CONDITIONALLY) == 1
    point = again(point)
    assert point.state is PointState.PASSED_CONDITIONALLY
    assert [(one.number, one.outcome, one.conditions) for one in point.accounts] == [
        (1, None, ""), (2, STOP.outcome, ""),
        (3, CONDITIONALLY.outcome, CONDITIONALLY.conditions),
    ]  # fmt: skip
    assert list(violations()) == []


def test_money_that_comes_to_wait_for_a_passed_point_is_due_at_once(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    point = tell(grant, a_point(grant))
    assert decide(grant, point) == 0
    assert let_wait(grant, point).due_at == NOW
    assert list(violations()) == []


def test_a_point_is_changed_or_withdrawn_until_something_is_told(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    officer, point = grant.round.drafter, a_point(grant)
    later = replace(PLAN, due_on=PLAN.due_on + timedelta(days=10), to_show="  Noe mer. ")

    def change(wanted: object = later) -> None:
        assert isinstance(wanted, type(PLAN))
        services.change_point(again(point), wanted, by=officer, at=NOW)

    def withdraw(why: str = "Ikke nødvendig.") -> None:
        services.withdraw_point(again(point), why, by=officer, at=NOW)

    assert refused(lambda: change(PLAN)) is PointRefusal.UNCHANGED
    assert refused(lambda: change(replace(PLAN, due_on=date(2020, 1, 1)))) is PointRefusal.DUE_IN_THE_PAST
    assert refused(lambda: change(replace(PLAN, name=" "))) is PointRefusal.NO_NAME
    assert refused(lambda: change(replace(PLAN, to_show=" \u200b"))) is PointRefusal.NOTHING_TO_SHOW
    change()
    assert (again(point).to_show, again(point).due_on) == ("Noe mer.", later.due_on)
    noted = db.session.scalars(select(Event).where(Event.kind == PointNote.CHANGED.value)).one()
    assert noted.public
    assert noted.detail["to_show_before"] == PLAN.to_show
    assert noted.detail["due_on_before"] == PLAN.due_on.isoformat()

    let_wait(grant, point)
    assert refused(withdraw) is PointRefusal.MONEY_WAITS
    assert refused(lambda: withdraw(" ")) is OfficeRefusal.REASON_MISSING
    spare = a_point(grant)
    services.withdraw_point(spare, "Ikke nødvendig.", by=officer, at=NOW)
    assert again(spare).state is PointState.WITHDRAWN
    assert refused(lambda: tell(grant, spare)) is PointRefusal.WITHDRAWN
    assert list(queries.standing_points(grant.application.id)) == [point.id]
    tell(grant, point)
    assert refused(change) is PointRefusal.TOLD_OF
    assert refused(withdraw) is PointRefusal.TOLD_OF


def test_who_may_not_and_what_lacks_is_refused_with_its_reason(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    signatory, officer, point = signatory_of(grant.application), grant.round.drafter, a_point(grant)
    assert refused(lambda: a_point(grant, by=signatory)) is OfficeRefusal.NOT_CASE_OFFICER
    assert refused(lambda: tell(grant, point, by=officer)) is ApplicantRefusal.NOT_LEADS_EDITOR
    application = any_application(grant.application.id)
    other = next(
        one for one in application.partners if one.organisation_id != lead_of(application).organisation_id
    )
    partner = an_editor(other.organisation, "Siv")
    assert queries.point_of(partner, point.id).id == point.id
    assert refused(lambda: tell(grant, point, by=partner)) is ApplicantRefusal.NOT_LEADS_EDITOR
    with pytest.raises(NotFoundError):
        queries.point_of(officer, point.id)

    def say(told: Told) -> object:
        return refused(lambda: tell(grant, point, told))

    assert say(replace(TOLD, delivered=" ")) is PointRefusal.NOT_TOLD
    assert say(replace(TOLD, why=" ")) is PointRefusal.NOT_TOLD
    assert say(replace(TOLD, expected=kroner(1))) is PointRefusal.EXPECTS_LESS_THAN_SPENT
    assert refused(lambda: decide(grant, point)) is PointRefusal.NOTHING_TO_DECIDE
    tell(grant, point)
    assert refused(lambda: decide(grant, point, replace(GO_ON, reason=" "))) is OfficeRefusal.REASON_MISSING
    assert refused(lambda: decide(grant, point, replace(CONDITIONALLY, conditions=" "))) is (
        PointRefusal.NO_CONDITIONS
    )
    assert refused(lambda: decide(grant, point, replace(STOP, conditions="Noe."))) is (
        PointRefusal.NEEDLESS_CONDITIONS
    )
    found = again(point)
    stranger = an_officer("Stig Uerklært")
    assert refused(
        lambda: services.decide_at_point(found, GO_ON, seen=1, by=stranger, at=NOW)
    ) is Hindrance.NOT_DECLARED
    with pytest.raises(StaleError):
        services.decide_at_point(again(point), GO_ON, seen=7, by=officer, at=NOW)
    with transaction():
        db.session.execute(
            update(Application)
            .where(Application.id == grant.application.id)
            .values(step=Step.COMPLETED)
        )
    for act in (lambda: a_point(grant), lambda: tell(grant, point), lambda: decide(grant, point)):
        assert refused(act) is PointRefusal.NOT_IN_FORCE


def test_the_database_holds_it_whoever_writes(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    point, other = a_point(grant), a_point(grant)
    waiting = let_wait(grant, point).id
    services.withdraw_point(other, "Trengs ikke.", by=grant.round.drafter, at=NOW)

    def write(**values: object) -> None:
        db.session.execute(update(Instalment).where(Instalment.id == waiting).values(**values))

    the_database_refuses("the stage gate is not passed", lambda: write(due_at=NOW))
    the_database_refuses("there is no such point", lambda: write(stage_gate_id=other.id))
    the_database_refuses("point_is_named", lambda: write(stage_gate_id=None))
    tell(grant, point)
    decide(grant, point)
    again(point)
    row = db.session.execute(select(PointAccount.__table__)).mappings().one()
    the_database_refuses(
        "is not changed",
        lambda: db.session.execute(update(PointAccount).values(reason="En annen.")),
    )
    the_database_refuses("is not changed", lambda: db.session.execute(delete(PointAccount)))
    twice = {**row, "id": row["id"] + 1, "number": 2}
    the_database_refuses("(?i)unique", lambda: db.session.execute(insert(PointAccount).values(**twice)))


def test_points_stand_in_the_calendar_of_both_sides_until_they_are_passed(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    lead = frozenset({lead_of(any_application(grant.application.id)).organisation_id})
    late = PLAN.due_on + timedelta(days=1)

    def shown() -> list[tuple[bool, PointDate]]:
        found = [dues_of(lead, late), dues_of_all(late)]
        assert len({tuple(d.kind for d in one if isinstance(d.kind, PointDate)) for one in found}) == 1
        return [(d.is_late(late), d.kind) for d in found[0] if isinstance(d.kind, PointDate)]

    point = a_point(grant)
    assert shown() == [(True, PointDate.TELL)]
    tell(grant, point)
    assert shown() == [(True, PointDate.DECIDE)]
    assert [one.id for one in queries.points_waiting()] == [point.id]
    decide(grant, point)
    again(point)
    assert shown() == []
    assert queries.points_waiting() == []


def test_a_call_cannot_wait_for_a_point_of_a_case(app: Flask) -> None:
    del app
    administrator = an_administrator()
    draft = a_draft(administrator)
    assert refused(
        lambda: add_plan_step(draft, percent=10, trigger=Trigger.STAGE_GATE, by=administrator, at=NOW)
    ) is CallRefusal.PLAN_KNOWS_NO_POINTS


def test_what_waited_for_a_point_waits_for_the_final_report_without_points(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    number = let_wait(grant, a_point(grant)).id
    db.session.remove()
    schema.downgrade(db.engine, BEFORE_THAT)
    schema.upgrade(db.engine)
    one = db.session.get_one(Instalment, number)
    assert (one.trigger, one.stage_gate_id, one.due_at) == (Trigger.FINAL_REPORT_APPROVED, None, None)
    assert db.session.scalars(select(StageGate)).all() == []


def test_of_two_decisions_at_once_one_stands_and_money_is_due_once(app: Flask) -> None:
    grant = an_accepted_grant()
    point = a_point(grant)
    let_wait(grant, point)
    tell(grant, point)
    number, officer = point.id, grant.round.drafter.id

    def act() -> int:
        return services.decide_at_point(
            queries.any_point(number), GO_ON, seen=1, by=person(officer), at=NOW
        )

    results = at_once(app, act, act)
    assert sorted(type(one).__name__ for one in results) == ["RuleBrokenError", "int"]
    assert [one for one in results if isinstance(one, int)] == [1]
    assert list(violations()) == []


def test_a_report_and_a_decision_at_once_never_decide_what_nobody_read(app: Flask) -> None:
    grant = an_accepted_grant()
    point = tell(grant, a_point(grant))
    number, officer, signatory = point.id, grant.round.drafter.id, signatory_of(grant.application).id

    def decided() -> object:
        return services.decide_at_point(
            queries.any_point(number), STOP, seen=1, by=person(officer), at=NOW
        )

    def told() -> object:
        return services.tell_at_point(queries.any_point(number), TOLD, by=person(signatory), at=NOW)

    results = at_once(app, decided, told)
    outcomes = [one.outcome for one in queries.any_point(number).accounts]
    assert outcomes in ([STOP.outcome, None], [None, None])
    assert (outcomes[0] is None) == isinstance(results[0], StaleError)


