"""Another account for a grant: two persons, a wait in which nothing is paid, and everybody told."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.models import Person, Role
from accounts.queries import person
from applications.contacts.current import Contact
from applications.contacts.services import name_contact
from applications.queries import any_application
from criteria.accountchange import ChangeRefusal, ChangeState
from criteria.paying import LeftOut
from decisions.accountchange import queries, services
from foundation import outbox
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.outbox import Mail
from grants import queries as grants
from payments import services as money
from payments.batches.hindering import hindrances_of
from payments.batches.refusals import BatchRefusal
from payments.batches.services import withdraw
from payments.queries import instalment
from payments.refusals import PaymentRefusal
from tests.builders.accountchange import (
    ANOTHER_ACCOUNT,
    LATER,
    a_colleague,
    ask,
    confirmed,
)
from tests.builders.accounts import a_person, an_administrator
from tests.builders.batches import a_desk
from tests.builders.decisions import AN_ACCOUNT, NOW
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.races import at_once


def refusal_of(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def test_a_new_account_holds_after_the_wait_and_what_is_unpaid_goes_there(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    money.attest(instalment(grant.first().id), by=grant.attester, at=NOW)
    change = confirmed(grant)
    assert change.holds_from is not None
    assert change.holds_from - LATER > timedelta(days=7)
    rate = grant.first().id
    assert (
        refusal_of(lambda: money.authorise(instalment(rate), by=grant.authoriser, at=LATER))
        is PaymentRefusal.ACCOUNT_CHANGING
    )
    outbox.work_until_empty(change.holds_from - timedelta(seconds=1))
    assert queries.change(change.id).state is ChangeState.CONFIRMED
    outbox.work_until_empty(change.holds_from)
    assert queries.change(change.id).state is ChangeState.DONE
    assert queries.account_of(grant.application.id) == ANOTHER_ACCOUNT
    assert {one.account_number for one in grant.instalments()} == {ANOTHER_ACCOUNT}
    assert grant.first().attested_at is None
    at = change.holds_from
    money.attest(instalment(rate), by=grant.attester, at=at)
    money.authorise(instalment(rate), by=grant.authoriser, at=at)
    assert grant.first().account_number == ANOTHER_ACCOUNT


def test_who_asked_does_not_confirm_and_others_cannot_ask(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    application = any_application(grant.application.id)
    signatory, stranger = signatory_of(application), person(a_person(Role.SIGNATORY).id)
    colleague = a_colleague(application)

    def asks(typed: str = ANOTHER_ACCOUNT, by: Person = signatory) -> Callable[[], object]:
        return lambda: services.ask(application, typed, by=by, at=LATER)

    assert refusal_of(asks(by=colleague)) is ChangeRefusal.NOT_LEADS_SIGNATORY
    assert refusal_of(asks(by=stranger)) is ChangeRefusal.NOT_LEADS_SIGNATORY
    assert refusal_of(asks("12345678901")) is ChangeRefusal.NUMBER_WRONG
    assert refusal_of(asks(AN_ACCOUNT)) is ChangeRefusal.SAME_ACCOUNT
    change = ask(grant)
    assert refusal_of(asks()) is ChangeRefusal.ALREADY_ASKED

    def confirms(by: Person) -> Callable[[], object]:
        return lambda: services.confirm(change, by=by, at=LATER)

    assert refusal_of(confirms(signatory)) is ChangeRefusal.SAME_PERSON
    assert refusal_of(confirms(stranger)) is ChangeRefusal.NOT_OF_THE_LEAD
    confirms(colleague)()
    assert refusal_of(confirms(colleague)) is ChangeRefusal.NOT_WAITING


def test_everybody_who_is_or_was_known_in_the_case_is_told_and_no_number_is_in_the_mail(
    app: Flask,
) -> None:
    del app
    grant = an_accepted_grant()
    application = any_application(grant.application.id)
    signatory = signatory_of(application)
    name_contact(
        application, Contact("Ny Kontakt", "ny@example.org", ""), by=signatory, at=LATER
    )
    before = db.session.scalars(select(func.max(Mail.id))).one()
    confirmed(grant)
    mails = db.session.scalars(select(Mail).where(Mail.id > (before or 0))).all()
    known = {signatory.email, application.contact_email.lower(), "ny@example.org"}
    assert {one.recipient for one in mails} == known
    assert len(mails) == 2 * len(known)
    told = " ".join(one.subject + one.body for one in mails)
    assert ANOTHER_ACCOUNT not in told
    assert AN_ACCOUNT not in told


def test_the_lead_takes_back_and_a_controller_stops_and_nothing_holds_after_that(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    first = ask(grant)
    services.take_back(first, by=a_colleague(grant.application), at=LATER)
    again = ask(grant)
    services.confirm(again, by=a_colleague(grant.application, "Kari Kollega"), at=LATER)

    def stops(by: Person, reason: str = "De ringte og kjente ikke til det.") -> Callable[[], object]:
        return lambda: services.stop(queries.change(again.id), reason=reason, by=by, at=LATER)

    assert refusal_of(stops(grant.round.maker)) is ChangeRefusal.NOT_CONTROLLER
    assert refusal_of(stops(grant.attester, "\u200b")) is ChangeRefusal.REASON_MISSING
    stops(grant.attester)()
    assert again.holds_from is not None
    outbox.work_until_empty(again.holds_from + timedelta(days=1))
    assert [one.state for one in queries.changes_of(grant.application.id)] == [
        ChangeState.WITHDRAWN
    ] * 2
    assert queries.account_of(grant.application.id) == AN_ACCOUNT
    money.attest(instalment(grant.first().id), by=grant.attester, at=LATER)


def test_the_scheme_says_how_long_it_waits(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    scheme, anne = grants.scheme(), an_administrator("Anne Annen")
    days = refusal_of(lambda: services.set_wait(scheme, 61, by=anne, at=LATER))
    assert days is ChangeRefusal.DAYS_OUT_OF_BOUNDS
    services.set_wait(scheme, 14, by=anne, at=LATER)
    change = confirmed(grant)
    assert change.holds_from is not None
    assert timedelta(days=14) < change.holds_from - LATER <= timedelta(days=15, hours=1)


def test_an_authorisation_and_a_change_at_once_come_one_after_the_other(app: Flask) -> None:
    grant = an_accepted_grant()
    rate = grant.first().id
    money.attest(instalment(rate), by=grant.attester, at=NOW)
    authoriser, case = grant.authoriser.id, grant.application.id

    def pays() -> object:
        return money.authorise(instalment(rate), by=person(authoriser), at=LATER)

    def asks() -> object:
        application = any_application(case)
        return services.ask(
            application, ANOTHER_ACCOUNT, by=signatory_of(application), at=LATER
        )

    outcomes = at_once(app, pays, asks)
    refused = [one.reason for one in outcomes if isinstance(one, RuleBrokenError)]
    paid = grant.first().authorised_at is not None
    assert refused == ([] if paid else [PaymentRefusal.ACCOUNT_CHANGING])
    assert queries.open_change(case) is not None
    assert grant.first().account_number == AN_ACCOUNT


def test_a_batch_made_before_is_not_paid_to_the_old_account(app: Flask) -> None:
    del app
    desk = a_desk(1)
    grant = desk.grants[0]
    batch = desk.compose()
    change = confirmed(grant)
    assert change.holds_from is not None
    assert refusal_of(lambda: desk.authorise(batch)) is BatchRefusal.LINES_HINDERED
    outbox.work_until_empty(change.holds_from)
    (line,) = desk.lines(batch)
    hindered = hindrances_of([line], desk.authoriser, at=change.holds_from)
    assert hindered == {line.id: LeftOut.ACCOUNT_UNLIKE}
    withdraw(desk.again(batch), reason="Kontoen er en annen.", by=desk.authoriser, at=LATER)
    made = desk.compose()
    assert [one.account_number for one in desk.lines(made)] == [ANOTHER_ACCOUNT]
    desk.authorise(made)
    assert [one.account for one in desk.send(made).payments] == [ANOTHER_ACCOUNT]
