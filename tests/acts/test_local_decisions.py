"""Money waits for each kommune's own decision, where the call asks for one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import insert, select
from sqlalchemy.exc import DatabaseError

from accounts.models import Person
from accounts.queries import person
from applications.documents import Upload
from applications.queries import any_application
from criteria.changes import Change
from criteria.paying import LeftOut
from decisions.localdecisions import consequences, queries, services
from decisions.localdecisions.models import LocalDecision, Released
from decisions.localdecisions.owing import owe, pass_on_owed, release
from decisions.localdecisions.refusals import Refusal
from decisions.localdecisions.services import Decided
from figures.checks import violations
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.outbox import Mail
from payments import ledger, payouts
from payments import queries as money
from payments import services as paying
from payments.batches.selecting import Rule, select_for
from payments.models import Entry
from tests.builders.applications import a_stored_pdf
from tests.builders.batches import Desk, number_the_leads
from tests.builders.changing import a_sent_change, approve, confirm_all, participants
from tests.builders.decisions import NOW
from tests.builders.localdecisions import an_asking_grant, decided, owed, register, who_writes_for
from tests.builders.payments import Grant, an_accepted_grant, signatory_of
from tests.builders.withheld import a_payment
from tests.races import at_once


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def attest(grant: Grant) -> None:
    paying.attest(grant.first(), by=grant.attester, at=NOW)


def left_out(grant: Grant) -> list[object]:
    rule = Rule(due_by=NOW.date() + timedelta(days=1))
    return [one.because for one in select_for(rule, grant.attester, at=NOW).left_out]


def test_a_call_that_does_not_ask_waits_for_nobody(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    assert owed(grant) == []
    attest(grant)
    paying.authorise(grant.first(), by=grant.authoriser, at=NOW)


def test_nothing_is_paid_before_every_kommune_has_decided(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    number_the_leads(Desk(grant.attester, grant.authoriser, [grant]))
    kommuner = owed(grant)
    assert len(kommuner) == len(grant.application.partners)
    asked = [one for one in db.session.scalars(select(Mail)) if "eget vedtak" in one.subject]
    assert len(asked) == len(kommuner)
    for one in kommuner:
        assert refused(lambda: attest(grant)) is LeftOut.UNDECIDED_AT_HOME
        assert left_out(grant) == [LeftOut.UNDECIDED_AT_HOME]
        register(grant, one)
    assert left_out(grant) == []
    attest(grant)
    paying.authorise(grant.first(), by=grant.authoriser, at=NOW)
    assert money.case_balance(grant.application.id).paid == grant.first().amount
    assert list(violations()) == []


def test_the_database_withholds_it_whoever_writes(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    with pytest.raises(DatabaseError, match="a kommune has not decided"), transaction():
        db.session.execute(insert(Entry).values(**a_payment(grant)))

    def pay_past_the_rules() -> None:
        posting = payouts.payment_of(money.instalment(grant.first().id))
        with transaction():
            ledger.post_all([posting], by=grant.authoriser, at=NOW)

    assert refused(pay_past_the_rules) is LeftOut.UNDECIDED_AT_HOME
    for one in owed(grant):
        register(grant, one)
    pay_past_the_rules()


def test_an_infected_document_is_no_decision(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    made = [register(grant, one) for one in owed(grant)]
    infected = made[0].sha256
    with transaction():
        consequences.note_infection(infected, NOW)
    assert [one.is_lacking for one in owed(grant)] == [True, *[False] * (len(made) - 1)]
    assert left_out(grant) == [LeftOut.UNDECIDED_AT_HOME]
    told = db.session.scalars(select(Mail).where(Mail.subject == "En fil kan ikke brukes")).all()
    assert len(told) == 1


def test_a_new_one_replaces_and_the_last_stays_to_be_read(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    first = owed(grant)[0]
    editor = who_writes_for(first.organisation)
    register(grant, first, by=editor)
    register(grant, first, by=editor)
    again = owed(grant)[0]
    assert [one.number for one in again.decisions] == [1, 2]
    assert again.newest is not None
    assert again.newest.number == 2


def test_what_cannot_be_registered_says_why(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    application, one = any_application(grant.application.id), owed(grant)[0]
    editor, upload = who_writes_for(one.organisation), Upload(a_stored_pdf(), "vedtak.pdf")

    right = decided()

    def say(what: Decided = right, by: Person = editor) -> object:
        return refused(
            lambda: services.register_local_decision(
                application, one.organisation_id, what, upload, by=by, at=NOW
            )
        )

    assert say(by=grant.attester) is Refusal.NOT_OWN_KOMMUNE
    assert say(replace(right, reference=" ")) is Refusal.WORDS_MISSING
    assert say(replace(right, consequences=" ")) is Refusal.WORDS_MISSING
    assert say(replace(right, on=NOW.date() + timedelta(days=1))) is Refusal.DECIDED_LATER
    with transaction():
        release(application.id, [one.organisation_id], at=NOW)
    assert say() is Refusal.NOT_OWED


def test_who_leaves_is_not_waited_for(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    leaver = participants(grant)[-1]
    asked = a_sent_change(grant, Change(leaving=frozenset({leaver.id})))
    confirm_all(grant, asked)
    approve(grant, asked)
    found = {one.organisation_id: one.released_why for one in owed(grant)}
    assert found.pop(leaver.organisation_id) is Released.LEFT
    assert set(found.values()) == {None}


def test_successors_owe_what_was_lacking_and_nothing_more(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    lacking, done, *_ = owed(grant)
    register(grant, done)
    case = grant.application.id
    with transaction():
        pass_on_owed(case, done.organisation_id, [lacking.organisation_id], at=NOW)
    assert [one.released_why for one in owed(grant)][:2] == [None, None]
    with transaction():
        pass_on_owed(case, lacking.organisation_id, [done.organisation_id], at=NOW)
        owe(case, [done.organisation_id], at=NOW)
    assert owed(grant)[0].released_why is Released.SUCCEEDED
    assert not owed(grant)[1].is_lacking, "what it registered stands"


def test_the_lead_reminds_once_a_day(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    application, lead = any_application(grant.application.id), signatory_of(grant.application)
    number = len(owed(grant))
    register(grant, owed(grant)[0])
    assert services.remind_lacking(application, by=lead, at=NOW) == number - 1
    assert refused(lambda: services.remind_lacking(application, by=lead, at=NOW)) is (
        Refusal.REMINDED_TODAY
    )
    later = NOW + timedelta(days=1)
    assert services.remind_lacking(application, by=lead, at=later) == number - 1
    for one in owed(grant):
        if one.is_lacking:
            register(grant, one)
    assert refused(lambda: services.remind_lacking(application, by=lead, at=later)) is (
        Refusal.NOBODY_LACKS
    )


def test_two_who_register_at_once_both_stand_in_order(app: Flask) -> None:
    grant = an_asking_grant()
    one = owed(grant)[0]
    case, kommune = grant.application.id, one.organisation_id
    editor = who_writes_for(one.organisation).id
    stored = a_stored_pdf()

    def act() -> LocalDecision:
        return services.register_local_decision(
            any_application(case), kommune, decided(), Upload(stored, "vedtak.pdf"),
            by=person(editor), at=NOW,
        )  # fmt: skip

    at_once(app, act, act)
    assert [made.number for made in owed(grant)[0].decisions] == [1, 2]
    assert queries.lacking_among([case]) == frozenset({case})
