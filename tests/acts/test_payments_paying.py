from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask

from accounts.models import Person, Role
from accounts.services import give_role
from applications.models import Event
from applications.queries import public_events
from assessments.services import declare
from criteria.frame import Refusal
from criteria.impartiality import Hindrance, View
from criteria.instalments import Trigger
from criteria.postings import EntryKind
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore
from payments import queries, services
from payments.models import Instalment
from payments.queries import InstalmentFilter
from payments.refusals import PaymentRefusal
from payments.states import InstalmentState, state_of
from tests.builders.decisions import NOW, a_published_round
from tests.builders.payments import (
    Grant,
    a_grant_of_two_years,
    a_second_controller,
    accept,
    an_accepted_grant,
)


def refused(act: Callable[..., object], one: Instalment, by: Person) -> object:
    with pytest.raises(RuleBrokenError) as error:
        act(one, by=by, at=NOW)
    return error.value.reason


def states(grant: Grant) -> list[InstalmentState]:
    return [state_of(one, NOW) for one in grant.instalments()]


def test_the_instalments_of_a_grant_are_its_commitment_divided_by_the_calls_plan(
    app: Flask,
) -> None:
    del app
    grant = an_accepted_grant()
    parts = grant.instalments()
    assert sum(one.amount for one in parts) == grant.decision.amount
    for year in grant.decision.years:
        assert sum(one.amount for one in parts if one.year == year.year) == year.amount
    assert queries.case_balance(grant.application.id).committed == grant.decision.amount
    assert [(one.number, one.trigger, one.due_at is not None) for one in parts] == [
        (1, Trigger.ACCEPTED, True),
        (2, Trigger.REPORT_APPROVED, False),
        (3, Trigger.FINAL_REPORT_APPROVED, False),
    ]
    assert states(grant) == [InstalmentState.DUE, InstalmentState.WAITING, InstalmentState.WAITING]


def test_one_attests_and_another_authorises_and_the_ledger_has_it_once(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    due, waiting, _held_back = grant.instalments()
    attester, authoriser = grant.attester, grant.authoriser
    assert refused(services.attest, waiting, attester) is PaymentRefusal.NOT_DUE
    assert refused(services.authorise, due, authoriser) is Hindrance.NOT_ATTESTED

    services.attest(due, by=attester, at=NOW)
    assert refused(services.attest, due, authoriser) is PaymentRefusal.ALREADY_ATTESTED
    assert refused(services.authorise, due, attester) is Hindrance.SAME_AS_ATTESTER
    entry = services.authorise(due, by=authoriser, at=NOW)
    assert refused(services.authorise, due, authoriser) is PaymentRefusal.ALREADY_AUTHORISED
    assert refused(services.authorise, due, attester) is PaymentRefusal.ALREADY_AUTHORISED

    assert (entry.kind, entry.amount, entry.posted_by_id, entry.decision_id) == (
        EntryKind.PAYMENT, due.amount, authoriser.id, grant.decision.id,
    )  # fmt: skip
    balance = queries.case_balance(grant.application.id)
    assert (balance.paid, balance.remaining) == (due.amount, grant.decision.amount - due.amount)
    assert states(grant) == [InstalmentState.PAID, InstalmentState.WAITING, InstalmentState.WAITING]
    assert "instalment_paid" in kinds(public_events(grant.application.id))
    assert "instalment_attested" not in kinds(public_events(grant.application.id))


def kinds(events: list[Event]) -> list[str]:
    return [one.kind for one in events]


def test_nobody_hindered_in_the_case_has_a_hand_in_the_payment(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    due = grant.first()
    stranger = a_second_controller("Una Uten Svar")
    doubting = a_second_controller("Tor Tviler")
    declare(grant.application, View.DOUBT, reason="Kjenner søkeren.", by=doubting, at=NOW)
    local = a_second_controller("Lise Lokal")
    declare(grant.application, View.IMPARTIAL, by=local, at=NOW)
    lead = grant.application.partners[0].organisation
    give_role(local, lead, Role.EDITOR, by=None, at=NOW)
    barred = {
        grant.round.maker: Hindrance.DECIDED_THE_CASE,
        stranger: Hindrance.NOT_DECLARED,
        doubting: Hindrance.IN_DOUBT_UNRULED,
        local: Hindrance.OWN_ORGANISATION,
    }
    for person, hindrance in barred.items():
        assert refused(services.attest, due, person) is hindrance
        assert queries.hindrances_to_attest(person.id, [due]) == {due.id: hindrance}
    services.attest(due, by=grant.attester, at=NOW)
    for person, hindrance in barred.items():
        assert refused(services.authorise, due, person) is hindrance
    assert queries.hindrances_to_authorise(grant.authoriser.id, [due]) == {}
    assert queries.case_balance(grant.application.id).paid == NOTHING


def test_several_are_paid_at_once_and_each_that_cannot_be_says_why(app: Flask) -> None:
    del app
    made = a_published_round((5, 4))
    grant = an_accepted_grant(made)
    other = made.applications[1]
    accept(other)
    declare(other, View.IMPARTIAL, by=grant.attester, at=NOW)
    page = queries.instalment_page(InstalmentFilter(states=queries.OPEN))
    first, second = (row.instalment for row in page.rows)
    waiting = grant.instalments()[1]

    batch = services.attest_many(
        [second.id, waiting.id, first.id, 987_654], by=grant.attester, at=NOW
    )
    assert batch.done == 2
    assert [(one.instalment.id, one.because.reason) for one in batch.refused] == [
        (waiting.id, PaymentRefusal.NOT_DUE)
    ]
    batch = services.authorise_many([first.id, second.id], by=grant.authoriser, at=NOW)
    assert batch.done == 1
    assert [(one.instalment.id, one.because.reason) for one in batch.refused] == [
        (second.id, Hindrance.NOT_DECLARED)
    ]
    assert queries.case_balance(grant.application.id).paid == first.amount
    assert queries.case_balance(other.id).paid == NOTHING
    assert [
        [row.instalment.id for row in queries.instalment_page(InstalmentFilter((state,))).rows]
        for state in (InstalmentState.DUE, InstalmentState.ATTESTED, InstalmentState.PAID)
    ] == [[], [second.id], [first.id]]


def test_no_case_is_paid_more_than_it_was_promised(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    with transaction():
        first = db.session.get_one(Instalment, grant.first().id)
        first.amount = Ore(grant.decision.amount + 1)
    batch = services.authorise_many([grant.first().id], by=grant.authoriser, at=NOW)
    assert [one.because.reason for one in batch.refused] == [Refusal.OVER_COMMITMENT]
    assert refused(services.authorise, grant.first(), grant.authoriser) is Refusal.OVER_COMMITMENT
    assert grant.first().authorised_at is None
    assert queries.case_balance(grant.application.id).paid == NOTHING


def test_a_later_years_money_waits_for_its_year_even_when_acceptance_releases_it(
    app: Flask,
) -> None:
    del app
    grant = a_grant_of_two_years()
    first, later = (one for one in grant.instalments() if one.trigger is Trigger.ACCEPTED)
    year_begins = datetime(2027, 1, 1, tzinfo=clock.OSLO)
    assert (later.year, later.due_at) == (2027, first.due_at)
    assert [state_of(first, NOW), state_of(later, NOW)] == [
        InstalmentState.DUE, InstalmentState.WAITING,
    ]  # fmt: skip
    assert refused(services.attest, later, grant.attester) is PaymentRefusal.NOT_DUE
    due = InstalmentFilter((InstalmentState.DUE,))
    assert [row.instalment.id for row in queries.instalment_page(due).rows] == [first.id]
    with clock.frozen(year_begins - timedelta(seconds=1)):
        assert queries.state_sums(InstalmentFilter())[InstalmentState.DUE].number == 1
    with clock.frozen(year_begins):
        assert queries.state_sums(InstalmentFilter())[InstalmentState.DUE].number == 2
        services.attest(later, by=grant.attester, at=clock.now())
