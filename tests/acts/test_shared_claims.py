"""A kommune that is split: each that takes it over owes and loses its share, and has its own account."""

from datetime import datetime, time, timedelta

from flask import Flask
from sqlalchemy import select

from accounts.queries import person
from applications.queries import any_application
from assessments.services import declare
from criteria.frame import Refusal
from criteria.impartiality import View
from criteria.reclaiming import ReclaimState
from decisions.accountchange import queries as accounts
from decisions.accountchange import services as changing
from decisions.models import Letter, LetterKind
from figures.checks import run, violations
from foundation import clock
from foundation.database import db, transaction
from foundation.money import Ore, kroner
from grants import queries as grants
from payments import carrying, services
from payments.interest.charges import charges_of
from payments.interest.charging import charge_interest
from payments.interest.queries import late_interest
from payments.interest.rates import set_rate
from payments.models import Entry, Instalment
from payments.payees import payees_of
from payments.plans.open import open_parts
from payments.queries import case_years
from payments.queries.hindrances import hindrances_to_attest
from payments.reclaims import services as reclaiming
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import ReclaimView, reclaim, reclaims_of, view_of
from payments.reclaims.services import Verdict
from payments.refusals import PaymentRefusal
from tests.acts.test_succession import declare_anew, unpaid, why
from tests.builders.accountchange import ANOTHER_ACCOUNT
from tests.builders.accounts import an_administrator
from tests.builders.damage import planted
from tests.builders.decisions import AN_ACCOUNT, NOW
from tests.builders.payments import Grant, a_grant_of_two_years, forget, signatory_of
from tests.builders.reclaims import LATER, PAY_BY, a_claim, a_notice, a_paid_grant, an_officer_of
from tests.builders.succession import end, lead_of_grant, passed, two_of

AFTER = LATER + timedelta(days=1)


def by_debtor(grant: Grant) -> dict[int, ReclaimView]:
    """Read the claims of the case anew, by who owes them."""
    forget(Reclaim)
    return {one.reclaim.organisation_id: one for one in reclaims_of(grant.application.id)}


def test_a_claim_with_its_agreement_is_owed_by_each_successor_for_its_share(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    claim = a_claim(grant, kroner(1_000))
    controller, officer = grant.attester, an_officer_of(grant)
    first = (AFTER + timedelta(days=20)).date()
    with clock.frozen(AFTER):
        reclaiming.agree(claim, 3, first_due=first, by=officer, at=AFTER)
        reclaiming.receive(
            reclaim(claim.id), kroner(400), paid_on=AFTER.date(), by=controller, at=AFTER
        )
        former, before = lead_of_grant(grant), case_years(grant.application.id)
        one, other = end(former, "5501", "5502")
        declare_anew(grant)
        passed(grant, former, {one.id: 67, other.id: 33})
        assert case_years(grant.application.id) == before
        found = by_debtor(grant)
        assert {debtor: view.sums.outstanding for debtor, view in found.items()} == {
            one.id: kroner(402), other.id: kroner(198),
        }  # fmt: skip
        assert found[one.id].reclaim.id == claim.id
        # 333 was paid of the first part and 67 of the second; the rest of each is divided.
        kept, share = found[one.id].reclaim.parts, found[other.id].reclaim.parts
        assert sum(part.amount for part in kept) == kroner(802)
        assert sum(part.amount for part in share) == kroner(198)
        assert [part.number for part in share] == [2, 3]
        assert {part.due_on for part in share} <= {part.due_on for part in kept}
        assert list(violations()) == []

        # Each is settled by itself, and what has left a claim does not come back to it.
        leg = db.session.query(Entry).filter(Entry.amount < 0, Entry.kind == "claim").one()
        assert why(lambda: services.reverse(leg, reason="Feil.", by=controller, at=AFTER)) is (
            PaymentRefusal.REVERSED_BY_ITS_OWN_ACT
        )
        whole = db.session.query(Entry).filter(Entry.amount > 0, Entry.reclaim_id == claim.id).one()
        assert why(lambda: services.reverse(whole, reason="Feil.", by=controller, at=AFTER)) is (
            Refusal.OVER_CLAIM
        )
        reclaiming.receive(
            reclaim(found[other.id].reclaim.id), kroner(198),
            paid_on=AFTER.date(), by=controller, at=AFTER,
        )  # fmt: skip
        states = {debtor: view.state for debtor, view in by_debtor(grant).items()}
        assert states == {one.id: ReclaimState.CLAIMED, other.id: ReclaimState.SETTLED}
        assert list(violations()) == []
        with planted("UPDATE reclaim SET decided_amount = decided_amount - 1 WHERE origin_id > 0"):
            assert list(run("successors"))
            assert list(run("claims"))


def test_interest_is_charged_until_the_claim_is_divided_and_runs_on_each_share_after(
    app: Flask,
) -> None:
    del app
    grant = a_paid_grant()
    set_rate(
        grants.scheme(), 925, from_on=NOW.date(), source="regelverket § 9",
        by=an_administrator("Ada Admin"), at=NOW,
    )  # fmt: skip
    claim, former = a_claim(grant, kroner(1_000)), lead_of_grant(grant)
    at = datetime.combine(PAY_BY + timedelta(days=73), time(12), clock.OSLO)
    with clock.frozen(at):
        one, other = end(former, "5501", "5502")
        declare_anew(grant)
        passed(grant, former, {one.id: 67, other.id: 33}, at=at)
        found = by_debtor(grant)
        # 1 000 kr in a fifth of a year at 9,25 percent is 18,50 kr.
        assert {debtor: (view.sums.principal, view.sums.interest) for debtor, view in found.items()} == {
            one.id: (67_000, 1_240), other.id: (33_000, 610),
        }  # fmt: skip
        assert all(late_interest(view) is None for view in found.values())
        assert list(violations()) == []
        (leg,) = charges_of(found[other.id].reclaim.id)
        services.reverse(leg.entry, reason="Ettergitt.", by=grant.attester, at=at)
        whole = charges_of(claim.id)[0].entry
        assert why(lambda: services.reverse(whole, reason="Feil.", by=grant.attester, at=at)) is (
            Refusal.OVER_INTEREST
        )
    with clock.frozen(at + timedelta(days=73)):
        run = {debtor: late_interest(view) for debtor, view in by_debtor(grant).items()}
        assert {debtor: late.total for debtor, late in run.items() if late} == {
            one.id: 1_240, other.id: 611,
        }  # fmt: skip
        for view in by_debtor(grant).values():
            charge_interest(
                reclaim(view.reclaim.id), until=clock.today(), by=grant.attester, at=clock.now()
            )
        told = select(Letter.organisation_id).where(Letter.kind == LetterKind.INTEREST)
        assert db.session.scalars(told).all() == [one.id]  # a letter speaks to who leads the case
        assert list(violations()) == []


def test_a_notice_is_divided_when_it_is_decided_by_who_has_its_shares_then(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    notice = a_notice(grant, Ore(100_001))
    former = lead_of_grant(grant)
    with clock.frozen(NOW):
        one, other = end(former, "5501", "5502")
        declare_anew(grant)
        passed(grant, former, {one.id: 50, other.id: 50})
        (third,) = end(other, "5503", on=NOW.date())
        declare_anew(grant)
        passed(grant, other, {third.id: 100})
    with clock.frozen(LATER):
        verdict = Verdict(Ore(100_001), "Vilkåret er brutt.", PAY_BY, AN_ACCOUNT)
        maker = person(grant.round.maker.id)
        declare(any_application(grant.application.id), View.IMPARTIAL, by=maker, at=LATER)
        reclaiming.decide(reclaim(notice.id), verdict, by=maker, at=LATER)
        found = by_debtor(grant)
        assert {debtor: view.sums.outstanding for debtor, view in found.items()} == {
            one.id: 50_001, third.id: 50_000,
        }  # fmt: skip
        assert found[third.id].reclaim.origin_id == notice.id
        assert view_of(reclaim(notice.id)).reclaim.decided_amount == verdict.amount
        assert list(violations()) == []


def test_what_lapses_is_taken_from_each_share_in_proportion(app: Flask) -> None:
    del app
    grant = a_grant_of_two_years()
    former = lead_of_grant(grant)
    one, other = end(former, "5501", "5502")
    with clock.frozen(NOW):
        declare_anew(grant)
        passed(grant, former, {one.id: 60, other.id: 40})
        of_year = unpaid_of_year(grant)
        lapsed = kroner(100)
        unused = carrying.Unused(NOW.year, Ore(0), lapsed)
        with transaction():
            application = any_application(grant.application.id)
            carrying.book_unused(application, unused, "Samtykke", by=grant.attester, at=NOW)
            carrying.move_instalments(application, unused, by=grant.attester, at=NOW)
        after = unpaid_of_year(grant)
        less = {payee: of_year[payee] - after[payee] for payee in of_year}
        assert less == {one.id: kroner(60), other.id: kroner(40)}
        assert list(run("successors")) == list(run("instalments")) == []


def unpaid_of_year(grant: Grant) -> dict[int, int]:
    """Add up what each is to be paid of this year."""
    forget(Instalment)
    parts = [one for one in open_parts(grant.application.id) if one.year == NOW.year]
    payees, found = payees_of(parts), dict[int, int]()
    for one in parts:
        payee = payees[one.id].organisation_id
        found[payee] = found.get(payee, 0) + one.amount
    return found


def test_each_successor_changes_its_account_while_the_other_does_and_the_former_s_change_ends(
    app: Flask,
) -> None:
    del app
    grant = a_grant_of_two_years()
    case, former = grant.application.id, lead_of_grant(grant)
    one, other = end(former, "5501", "5502")
    with clock.frozen(NOW):
        signs = signatory_of(any_application(case))
        begun = changing.ask(any_application(case), ANOTHER_ACCOUNT, by=signs, at=NOW)
        declare_anew(grant)
        passed(grant, former, {one.id: 60, other.id: 40})
        ended = accounts.change(begun.id)
        assert (ended.is_open, ended.ended_because) == (False, f"Ført over til {one.name}")
        opened = {}
        for kommune, account in ((one, ANOTHER_ACCOUNT), (other, "76940512057")):
            asks, confirms = two_of(kommune)
            made = changing.ask(any_application(case), account, by=asks, at=NOW)
            changing.confirm(accounts.change(made.id), by=confirms, at=NOW)
            opened[kommune.id] = accounts.change(made.id)
        assert accounts.changing_among([case]) == {(case, one.id), (case, other.id)}
        change = opened[one.id]
        assert change.holds_from is not None
        assert changing.let_hold(change, by=None, at=change.holds_from)
        # The one is paid while the other waits.
        rates = [part for part in open_parts(case) if part.due_at]
        payees = payees_of(rates)
        hindered = hindrances_to_attest(grant.attester.id, rates)
        assert {payees[number].organisation_id for number in hindered} == {other.id}
        assert unpaid(grant).keys() == {one.id, other.id}
        assert list(violations()) == []
