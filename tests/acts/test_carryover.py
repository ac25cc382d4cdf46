"""Unused money: applied for, proposed, signed, and moved in the ledger, the instalments and the duties."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.queries import person
from applications.asking import on_page
from applications.facts import lead_of
from applications.models import Event
from applications.queries import any_application, led_by
from applications.refusals import Refusal as ApplicantRefusal
from applications.services import start_application
from criteria.carryover import CarryRefusal
from criteria.duties import DutyKind
from decisions.models import Letter, LetterKind
from decisions.refusals import Refusal as SigningRefusal
from figures.awaiting import Waiting, awaiting
from figures.checks import run, violations
from followup import services as reporting
from followup.carryover import services
from followup.carryover.foreknown import UNUSED
from followup.carryover.models import CarryOver
from followup.carryover.money import years_money
from followup.carryover.queries import carry_over
from followup.carryover.refusals import Refusal
from followup.models import Duty, Report
from followup.queries import any_report
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError, StaleError
from foundation.money import NOTHING, Ore, format_kroner, kroner
from payments import services as paying
from payments.books.queries import movement
from payments.books.services import reverse_movement
from payments.queries import case_balance, case_years
from payments.refusals import PaymentRefusal
from tests.builders.accounts import an_administrator, authorise
from tests.builders.carryover import (
    END,
    NEXT_YEAR,
    an_unspent_grant,
    answered,
    ask,
    propose,
    sign,
    signer_of,
)
from tests.builders.damage import planted
from tests.builders.followup import project_of
from tests.builders.grants import a_call, terms
from tests.builders.payments import Grant, signatory_of
from tests.races import at_once

UNSPENT = kroner(600_000)


def why(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def planned(grant: Grant) -> dict[int, int]:
    """Add up what is planned and not paid, by year."""
    sums: dict[int, int] = {}
    for one in grant.instalments():
        if one.authorised_at is None:
            sums[one.year] = sums.get(one.year, 0) + one.amount
    return sums


def test_what_is_unused_moves_to_the_next_year_with_its_instalments_and_its_report(
    app: Flask,
) -> None:
    del app
    grant = an_unspent_grant(UNSPENT)
    case = grant.application.id
    before, unpaid = dict(case_years(case)), planned(grant)
    money = years_money(case)[2026]
    assert money.unused == UNSPENT
    assert why(lambda: ask(grant, Ore(UNSPENT + 1))) is CarryRefusal.OVER_UNUSED
    found = ask(grant, UNSPENT)
    assert why(lambda: ask(grant, kroner(1))) is Refusal.OPEN_ALREADY
    assert why(lambda: sign(grant, found)) is Refusal.NOT_PROPOSED

    found = propose(grant, found, UNSPENT)
    with pytest.raises(StaleError):
        services.sign_answer(found, seen=found.version - 1, by=signer_of(grant), at=NEXT_YEAR)
    authorise(signer_of(grant), kroner(1))
    assert why(lambda: sign(grant, found)) is SigningRefusal.OVER_AUTHORITY
    authorise(signer_of(grant), UNSPENT)
    found = sign(grant, found)
    assert (found.kept, found.lapsed, found.owed) == (money.held, NOTHING, NOTHING)
    moved = Ore(UNSPENT - money.held)
    assert found.moved == moved > 0

    after = case_years(case)
    assert after[2026].committed == before[2026].committed - moved
    assert after[2027].committed == before[2027].committed + moved
    assert planned(grant) == {2026: unpaid[2026] - moved, 2027: unpaid[2027] + moved}
    plan = project_of(grant).plan
    assert plan.end_on == max(END, grant.application.end_on or END)
    letters = db.session.scalars(select(Letter).where(Letter.about == found.subject)).all()
    assert {one.kind for one in letters} == {LetterKind.CARRY_OVER}
    assert len(letters) == len(grant.application.partners)
    assert list(violations()) == []
    with planted("UPDATE carry_over SET moved = moved - 1, kept = kept + 1"):
        (told,) = run("carry-overs")
        assert "is booked as" in told
    assert found.movement_id is not None
    of_the_books = movement(found.movement_id)
    assert (
        why(lambda: reverse_movement(of_the_books, reason="Feil.", by=grant.attester, at=NEXT_YEAR))
        is PaymentRefusal.REVERSED_BY_ITS_OWN_ACT
    )


def test_a_refusal_lapses_what_is_not_paid_and_a_part_leaves_the_rest(app: Flask) -> None:
    del app
    grant = an_unspent_grant(UNSPENT)
    case = grant.application.id
    before = case_balance(case)
    found = answered(grant, kroner(200_000), NOTHING)
    lapsed, owed = found.lapsed or 0, found.owed or 0
    assert lapsed + owed == kroner(200_000)
    assert case_balance(case).committed == before.committed - lapsed
    left = years_money(case)[2026].unused
    assert left == UNSPENT - lapsed
    found = answered(grant, kroner(300_000), kroner(100_000))
    assert (found.kept or 0) + (found.moved or 0) == kroner(100_000)
    assert list(violations()) == []
    asked = db.session.scalars(
        select(Event.kind).where(Event.application_id == case, Event.kind.startswith("carry_over"))
    ).all()
    assert asked.count("carry_over_answered") == 2


def test_the_last_year_gets_a_report_after_it_and_the_final_one_waits(app: Flask) -> None:
    del app
    grant = an_unspent_grant(UNSPENT)
    case = grant.application.id
    answered(grant, UNSPENT, UNSPENT)
    found = {
        (one.kind, one.year)
        for one in db.session.scalars(select(Duty).where(Duty.application_id == case))
        if one.kind in (DutyKind.ANNUAL, DutyKind.FINAL)
    }
    assert found == {(DutyKind.ANNUAL, 2026), (DutyKind.ANNUAL, 2027), (DutyKind.FINAL, 2027)}
    report = any_report(
        db.session.scalars(select(Report.id).where(Report.application_id == case)).one()
    )
    reporting.review_report(report, approved=True, text="", by=grant.round.drafter, at=NEXT_YEAR)
    assert list(violations()) == []
    project = project_of(grant)
    assert project.carried_to == {2027}


def test_an_attested_instalment_is_not_moved_and_only_the_lead_may_withdraw(app: Flask) -> None:
    del app
    grant = an_unspent_grant(UNSPENT)
    case = grant.application.id
    number = db.session.scalars(select(Report.id).where(Report.application_id == case)).one()
    found = propose(grant, ask(grant, UNSPENT), UNSPENT)
    officer = grant.round.drafter
    reporting.review_report(any_report(number), approved=True, text="", by=officer, at=NEXT_YEAR)
    due = next(one for one in grant.instalments() if one.authorised_at is None)
    paying.attest(due, by=grant.attester, at=NEXT_YEAR)
    assert why(lambda: sign(grant, found)) is Refusal.INSTALMENT_UNDERWAY
    signatory = signatory_of(grant.application)
    assert why(lambda: services.withdraw_carry_over(found, by=officer, at=NEXT_YEAR)) is (
        ApplicantRefusal.NOT_LEADS_SIGNATORY
    )
    services.withdraw_carry_over(found, by=signatory, at=NEXT_YEAR)
    assert why(lambda: sign(grant, carry_over(found.id))) is Refusal.NOT_OPEN


def test_the_last_word_is_one_of_two_at_once(app: Flask) -> None:
    grant = an_unspent_grant(UNSPENT)
    found = propose(grant, ask(grant, UNSPENT), UNSPENT)
    number, seen = found.id, found.version
    signer, signatory = signer_of(grant).id, signatory_of(grant.application).id

    def one_signs() -> str:
        services.sign_answer(carry_over(number), seen=seen, by=person(signer), at=NEXT_YEAR)
        return "signed"

    def one_withdraws() -> str:
        services.withdraw_carry_over(carry_over(number), by=person(signatory), at=NEXT_YEAR)
        return "withdrawn"

    outcomes = at_once(app, one_signs, one_withdraws)
    assert sum(isinstance(one, str) for one in outcomes) == 1
    kept = db.session.scalars(select(CarryOver).where(CarryOver.id == number)).one()
    db.session.refresh(kept)
    assert (kept.decided_at is None) is (kept.withdrawn_at is not None)
    assert list(violations()) == []


def test_the_next_application_begins_with_what_is_unused_and_says_from_where(app: Flask) -> None:
    grant = an_unspent_grant(UNSPENT)
    signatory = signatory_of(grant.application)
    lead = lead_of(any_application(grant.application.id)).organisation
    terms_of_next = terms(
        code="neste-2027", opens_on=NEXT_YEAR.date(), closes_on=date(2027, 4, 15),
        first_year=2027, last_year=2028,
    )  # fmt: skip
    with clock.frozen(NEXT_YEAR), app.test_request_context("/"):
        call = a_call(an_administrator("Anna Ny"), terms_of_next)
        draft = start_application(call, lead, title="Videre", by=signatory, at=NEXT_YEAR)
        found = led_by(signatory, draft.id)
        question = next(one for one in found.call.questions if one.code == UNUSED)
        (answer,) = [one for one in found.answers if one.question_id == question.id]
        assert answer.value == str(int(UNSPENT))
        known = on_page(found, [question])[UNUSED].known
    assert str(grant.application.case_number) in known
    assert format_kroner(UNSPENT) in known


def test_the_office_is_told_of_what_awaits_an_answer(app: Flask) -> None:
    with app.test_request_context():
        grant = an_unspent_grant()

        def waiting() -> int:
            counts = awaiting(person(grant.round.drafter.id))
            return next(one.number for one in counts if one.kind is Waiting.CARRY_OVERS)

        before = waiting()
        asked = ask(grant, UNSPENT)
        while_open = waiting()
        sign(grant, propose(grant, asked, UNSPENT))
        assert (before, while_open, waiting()) == (0, 1, 0)
