"""A kommune that ends: its money, duties, claims and contacts pass to those that take it over."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from applications.contacts.alarms import Unreached, alarms_of
from applications.contacts.current import Contact
from applications.contacts.services import name_contact
from applications.models import Event
from applications.queries import any_application, application_of
from assessments.services import declare
from criteria.accountchange import ChangeRefusal
from criteria.impartiality import Hindrance, View
from criteria.paying import LeftOut
from criteria.planning import PlanRefusal
from criteria.succeeding import SuccessionRefusal
from decisions.accountchange import queries as accounts
from decisions.accountchange import services as changing
from figures.checks import run, violations
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from payments import services
from payments.batches.selecting import reasons_of
from payments.models import Instalment
from payments.payees import payees_of
from payments.plans import services as plans
from payments.plans.open import open_parts, part_of
from payments.plans.services import Wanted
from payments.plans.versions import last_number
from payments.queries import instalment
from payments.reclaims.models import Reclaim
from payments.refusals import PaymentRefusal
from payments.succession.queries import to_pass
from tests.builders.accountchange import ANOTHER_ACCOUNT
from tests.builders.damage import planted
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, a_grant_of_two_years, forget
from tests.builders.reclaims import a_claim, a_paid_grant, an_officer_of
from tests.builders.succession import end, lead_of_grant, passed, two_of
from tests.races import at_once

THIRD_ACCOUNT = "76940512057"


def why(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def unpaid(grant: Grant) -> dict[int, int]:
    """Add up what each is to be paid, by organisation."""
    forget(Instalment)
    parts = open_parts(grant.application.id)
    payees = payees_of(parts)
    found: dict[int, int] = {}
    for one in parts:
        payee = payees[one.id].organisation_id
        found[payee] = found.get(payee, 0) + one.amount
    return found


def falling_due(grant: Grant) -> list[Instalment]:
    """Read anew what can be paid this year."""
    forget(Instalment)
    parts = open_parts(grant.application.id)
    return [one for one in parts if one.due_at and one.year == NOW.year]


def declare_anew(grant: Grant) -> None:
    """Let those who handle the case declare that they are impartial towards who took over, too."""
    for one in (grant.attester, grant.authoriser, an_officer_of(grant)):
        declare(any_application(grant.application.id), View.IMPARTIAL, by=one, at=NOW)


def give_account(grant: Grant, organisation_id: int, account: str) -> None:
    """Let two of a successor stand behind its account, and let the wait go by."""
    kommune = next(
        one.organisation
        for one in any_application(grant.application.id).partners
        if one.organisation_id == organisation_id
    )
    signs, other = two_of(kommune)
    made = changing.ask(any_application(grant.application.id), account, by=signs, at=NOW)
    change = accounts.change(made.id)
    assert why(lambda: changing.confirm(change, by=signs, at=NOW)) is ChangeRefusal.SAME_PERSON
    changing.confirm(accounts.change(made.id), by=other, at=NOW)
    change = accounts.change(made.id)
    assert change.holds_from is not None
    assert changing.let_hold(change, by=other, at=change.holds_from)


def test_a_split_lead_s_money_is_shared_and_paid_to_each_own_account(app: Flask) -> None:
    del app
    grant = a_grant_of_two_years()
    former = lead_of_grant(grant)
    whole = sum(unpaid(grant).values())
    services.attest(grant.first(), by=grant.attester, at=NOW)
    one, other = end(former, "5501", "5502")
    with clock.frozen(NOW):
        # From the day the kommune ends, nothing is paid to it. Whoever handles it declares anew.
        gate = why(lambda: services.authorise(grant.first(), by=grant.authoriser, at=NOW))
        assert gate is Hindrance.PARTICIPANTS_CHANGED
        declare_anew(grant)
        assert why(lambda: services.authorise(grant.first(), by=grant.authoriser, at=NOW)) is (
            PaymentRefusal.AWAITS_SUCCESSOR
        )
        (waiting,) = to_pass(clock.today())
        assert (waiting.former.id, waiting.unpaid, waiting.leads) == (former.id, whole, True)
        shares = {one.id: 67, other.id: 33}
        assert why(lambda: passed(grant, former, {one.id: 67, other.id: 32})) is (
            SuccessionRefusal.SHARES_NOT_WHOLE
        )
        assert why(lambda: passed(grant, former, {one.id: 99, former.id: 1})) is (
            SuccessionRefusal.NOT_A_SUCCESSOR
        )
        made = passed(grant, former, shares)
        assert to_pass(clock.today()) == []
        with pytest.raises(NotFoundError):
            passed(grant, former, shares)
        has = unpaid(grant)
        assert has == {share.organisation_id: share.amount for share in made.shares}
        assert sum(has.values()) == whole == made.unpaid
        assert lead_of_grant(grant).id == one.id
        assert grant.first().attested_at is None
        assert set(alarms_of(grant.application.id)) == {
            Unreached.CONTACT_FORMER, Unreached.NO_SIGNATORY,
        }  # fmt: skip
        assert list(violations()) == []

        # Each gives an account of its own, by two persons, before it is paid.
        due = falling_due(grant)
        assert set(reasons_of(due).values()) == {LeftOut.AWAITS_SUCCESSOR}
        give_account(grant, one.id, ANOTHER_ACCOUNT)
        due = falling_due(grant)
        left = {payees_of([part])[part.id].organisation_id for part in due if reasons_of([part])}
        assert left == {other.id}
        give_account(grant, other.id, THIRD_ACCOUNT)
        due = falling_due(grant)
        assert reasons_of(due) == {}
        assert {part.account_number for part in due} == {ANOTHER_ACCOUNT, THIRD_ACCOUNT}
        for part in due:
            services.attest(instalment(part.id), by=grant.attester, at=NOW)
            booked = services.authorise(instalment(part.id), by=grant.authoriser, at=NOW)
            assert booked.organisation_id == payees_of([part])[part.id].organisation_id
        assert list(violations()) == []

        # An officer plans within each one's share only.
        parts = [Wanted(part_of(part), part.id) for part in open_parts(grant.application.id)]
        assert len(parts) > 1
        first, *rest = parts
        assert why(lambda: plans.adjust(
            any_application(grant.application.id),
            [Wanted(first.part), *rest] if instalment(first.instalment or 0).organisation_id
            else [first, *(Wanted(part.part) for part in rest)],
            reason="Samlet.", seen=last_number(grant.application.id), by=an_officer_of(grant), at=NOW,
        )) is PlanRefusal.SHARES_MOVED  # fmt: skip


def test_a_merged_lead_s_case_duties_and_claims_go_to_the_one_that_took_it_over(
    app: Flask,
) -> None:
    del app
    grant = a_paid_grant()
    claim = a_claim(grant)
    former, before = lead_of_grant(grant), unpaid(grant)
    (new,) = end(former, "5501")
    with clock.frozen(NOW):
        declare_anew(grant)
        made = passed(grant, former, {new.id: 100})
        assert [(one.organisation_id, one.percent) for one in made.shares] == [(new.id, 100)]
        assert unpaid(grant) == {new.id: sum(before.values())}
        forget(Reclaim)
        assert db.session.get_one(Reclaim, claim.id).organisation_id == new.id
        signs, _other = two_of(new)
        assert application_of(signs, grant.application.id).id == grant.application.id
        assert Unreached.CONTACT_FORMER in alarms_of(grant.application.id)
        name_contact(
            any_application(grant.application.id),
            Contact("Ny Kontakt", "ny@example.org", ""), by=signs, at=NOW,
        )  # fmt: skip
        assert alarms_of(grant.application.id) == ()
        told = db.session.scalars(select(Event.kind).where(Event.kind == "case_passed_on")).all()
        assert len(told) == 1
        assert list(violations()) == []
        for damage in (
            "UPDATE successor_share SET amount = amount + 1",
            "UPDATE succession SET unpaid = unpaid + 1",
        ):
            with planted(damage):
                assert list(run("successors"))


def test_a_kommune_that_goes_on_is_not_passed_on_and_two_at_once_pass_it_once(app: Flask) -> None:
    grant = a_grant_of_two_years()
    former = lead_of_grant(grant)
    with clock.frozen(NOW):
        assert to_pass(clock.today()) == []
        with pytest.raises(NotFoundError):
            passed(grant, former, {former.id: 100})
        (new,) = end(former, "5501")
        declare_anew(grant)
        results = at_once(app, *(lambda: passed(grant, former, {new.id: 100}),) * 2)
        assert sum(isinstance(one, Exception) for one in results) == 1
        assert list(violations()) == []
