"""A grant made less: what is not paid goes first, the plan follows, and the rest is asked back."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.queries import person
from applications.queries import any_application
from criteria.reclaiming import ReclaimKind, ReclaimRefusal, ReclaimState
from decisions.models import Letter, LetterKind
from figures.checks import run, violations
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore, kroner
from grants import queries as grants
from payments import queries
from payments.books import services as books
from payments.books.models import Movement, MovementKind
from payments.interest.rates import set_rate
from payments.plans.versions import parts_of, versions_of
from payments.reclaims import services as reclaiming
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import debtors_of, reclaim, view_of
from payments.reclaims.services import Verdict
from payments.refusals import PaymentRefusal
from payments.states import InstalmentState, state_of
from tests.builders.accounts import an_administrator
from tests.builders.damage import planted
from tests.builders.decisions import AN_ACCOUNT, NOW
from tests.builders.payments import Grant
from tests.builders.reclaims import COMMENT_BY, LATER, PAY_BY, a_paid_grant, an_officer_of
from tests.races import at_once

SOURCE = "forsinkelsesrenteloven § 3"


def noticed(grant: Grant, amount: Ore) -> Reclaim:
    """Give notice that the grant may be made less."""
    application = any_application(grant.application.id)
    (debtor,) = debtors_of(application, clock.in_oslo(NOW).date())
    made = reclaiming.give_notice(
        application, debtor, amount, cause="Prosjektet ble mindre.", comment_by=COMMENT_BY,
        by=an_officer_of(grant), at=NOW, kind=ReclaimKind.REDUCE,
    )  # fmt: skip
    return reclaim(made.id)


def letter_of(found: int) -> str:
    """Give what the decision's letter says, as it is kept."""
    about = Letter.about == f"reclaim:{found}"
    one = db.session.scalars(select(Letter).where(about, Letter.kind == LetterKind.REDUCTION)).one()
    return str(one.content)


def bears_interest() -> None:
    """Let claims of the scheme bear interest when they are late."""
    today = clock.in_oslo(NOW).date()
    by = an_administrator("Ada Admin")
    set_rate(grants.scheme(), 1200, from_on=today, source=SOURCE, by=by, at=NOW)


def decide(grant: Grant, found: int, verdict: Verdict) -> None:
    maker = person(grant.round.maker.id)
    reclaiming.decide(reclaim(found), verdict, by=maker, at=LATER)


def why(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def test_what_is_not_paid_is_cut_the_last_part_first_and_nothing_is_asked_back(app: Flask) -> None:
    grant = a_paid_grant()
    bears_interest()
    case, before = grant.application.id, queries.case_balance(grant.application.id)
    _paid, report, final = grant.instalments()
    cut, left = Ore(final.amount + kroner(1_000)), Ore(report.amount - kroner(1_000))
    found = noticed(grant, cut).id
    verdict = Verdict(cut, "Prosjektet ble mindre.")
    maker = grant.round.maker.id
    outcomes = at_once(
        app,
        *[lambda: reclaiming.decide(reclaim(found), verdict, by=person(maker), at=LATER)] * 2,
    )
    assert sum(one is None for one in outcomes) == 1
    after = queries.case_balance(case)
    assert (after.committed, after.paid, after.claimed) == (
        before.committed - cut, before.paid, NOTHING,
    )  # fmt: skip
    _paid, smaller, gone = grant.instalments()
    assert smaller.amount == left
    assert state_of(gone, LATER) is InstalmentState.LAPSED
    version = versions_of(case)[0]
    assert (version.origin, len(parts_of(version))) == ("plan_reduced", 2)
    assert view_of(reclaim(found)).state is ReclaimState.REDUCED
    kinds = db.session.scalars(select(Letter.kind).where(Letter.about == f"reclaim:{found}"))
    assert set(kinds) == {LetterKind.REDUCTION_NOTICE, LetterKind.REDUCTION}
    assert SOURCE not in letter_of(found)
    movement = db.session.scalars(
        select(Movement).where(Movement.kind == MovementKind.REDUCED)
    ).one()
    assert (
        why(lambda: books.reverse_movement(movement, reason="Feil.", by=grant.attester, at=LATER))
        is PaymentRefusal.REVERSED_BY_ITS_OWN_ACT
    )
    assert list(violations()) == []
    with planted("UPDATE reclaim SET cut_amount = cut_amount - 1"):
        (told,) = run("claims")
        assert "promised no more" in told


def test_what_is_paid_too_much_is_asked_back_by_a_day_to_an_account(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    bears_interest()
    before = queries.case_balance(grant.application.id)
    everything = before.committed
    assert why(lambda: noticed(grant, Ore(everything + 1))) is ReclaimRefusal.OVER_PAID
    found = noticed(grant, everything).id
    part = Ore(before.remaining + kroner(1_000))
    bare = Verdict(part, "Prosjektet ble mindre.")
    assert why(lambda: decide(grant, found, bare)) is ReclaimRefusal.PAY_BY_PASSED
    decide(grant, found, Verdict(part, "Prosjektet ble mindre.", PAY_BY, AN_ACCOUNT))
    after = queries.case_balance(grant.application.id)
    assert (after.remaining, after.claimed) == (NOTHING, kroner(1_000))
    held = reclaim(found)
    assert (held.cut_amount, held.decided_amount) == (before.remaining, kroner(1_000))
    assert view_of(held).state is ReclaimState.CLAIMED
    assert SOURCE in letter_of(found)
    assert list(violations()) == []
