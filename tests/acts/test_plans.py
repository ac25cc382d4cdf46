"""One case's plan changed by an officer: what must be so, what falls due, and two at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.queries import person
from applications.queries import any_application
from criteria.instalments import Trigger
from criteria.planning import Part, PlanRefusal
from decisions.refusals import Refusal
from figures.checks import violations
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.money import Ore, kroner
from foundation.outbox import Job
from payments import services
from payments.consequences import release_instalments
from payments.models import Instalment
from payments.plans import services as plans
from payments.plans.facts import fall_due
from payments.plans.open import open_parts, part_of
from payments.plans.services import Wanted
from payments.plans.versions import last_number, parts_of, versions_of
from payments.states import InstalmentState, state_of
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, a_grant_of_two_years, an_accepted_grant
from tests.builders.reclaims import an_officer_of
from tests.races import at_once


def there(grant: Grant) -> list[Wanted]:
    """Give the parts that can be changed, as they are."""
    return [Wanted(part_of(one), one.id) for one in open_parts(grant.application.id)]


def change(
    grant: Grant, wanted: list[Wanted], *, seen: int | None = None, why: str = "Etter avtale."
) -> int:
    made = plans.adjust(
        any_application(grant.application.id), wanted, reason=why,
        seen=last_number(grant.application.id) if seen is None else seen,
        by=an_officer_of(grant), at=NOW,
    )  # fmt: skip
    return made.number


def why(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def test_what_is_not_paid_is_split_moved_and_held_back_with_a_reason(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    services.authorise(grant.first(), by=grant.authoriser, at=NOW)
    paid, report, _final = grant.instalments()
    assert [(one.number, one.origin) for one in versions_of(grant.application.id)] == [
        (1, "plan_accepted")
    ]
    before, last = there(grant)
    assert before.part == Part(2026, report.amount, Trigger.REPORT_APPROVED, 2026)
    assert why(lambda: change(grant, [before, last])) is PlanRefusal.UNCHANGED
    assert why(lambda: change(grant, [before])) is PlanRefusal.NOT_THE_YEAR
    assert why(lambda: change(grant, [before, last], why=" ")) is Refusal.REASON_MISSING
    with pytest.raises(StaleError):
        change(grant, [before, last], seen=0)
    with pytest.raises(StaleError):
        change(grant, [Wanted(before.part, paid.id), last])

    half = Ore(before.part.amount // 2)
    day = NOW.date() + timedelta(days=40)
    wanted = [
        replace(before, part=Part(2026, half, Trigger.ACCEPTED)),
        Wanted(Part(2026, Ore(before.part.amount - half), Trigger.ON_DATE, None, day)),
        last,
    ]
    mails = len(db.session.scalars(select(Job.id)).all())
    assert change(grant, wanted) == 2
    assert len(db.session.scalars(select(Job.id)).all()) == mails + 1
    one, two, three, four = grant.instalments()
    assert (one.amount, one.entry_id) == (paid.amount, paid.entry_id)
    assert (state_of(two, NOW), two.amount) == (InstalmentState.DUE, half)
    assert (three.number, three.trigger, three.due_at) == (3, Trigger.FINAL_REPORT_APPROVED, None)
    assert (four.number, four.due_on, four.due_at) == (4, day, None)
    fall_due(NOW + timedelta(days=39))
    assert grant.instalments()[3].due_at is None
    fall_due(NOW + timedelta(days=40))
    assert grant.instalments()[3].due_at == NOW + timedelta(days=40)
    kept = parts_of(versions_of(grant.application.id)[0])
    assert [one.paid for one in kept] == [True, False, False, False]
    assert list(violations()) == []


def test_a_part_that_is_left_out_falls_away_and_an_attestation_with_it(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    first, report, final = there(grant)
    everything = Ore(first.part.amount + report.part.amount)
    change(grant, [Wanted(replace(report.part, amount=everything), report.instalment), final])
    gone, kept, _final = grant.instalments()
    assert (gone.amount, gone.due_at, gone.attested_at) == (0, None, None)
    assert state_of(gone, NOW) is InstalmentState.LAPSED
    with transaction():
        release_instalments(grant.application.id, Trigger.REPORT_APPROVED, at=NOW, year=2026)
    assert grant.instalments()[1].due_at == NOW
    # What waits for a report that is approved already is due at once.
    split = [
        Wanted(Part(2026, kroner(1), Trigger.REPORT_APPROVED, 2026)),
        Wanted(replace(kept_part(grant), amount=Ore(everything - kroner(1))), kept.id),
        final,
    ]
    change(grant, split)
    assert grant.instalments()[-1].due_at == NOW
    assert list(violations()) == []


def kept_part(grant: Grant) -> Part:
    return there(grant)[0].part


def test_money_of_a_later_year_never_falls_due_before_its_year(app: Flask) -> None:
    del app
    grant = a_grant_of_two_years()
    parts = there(grant)
    later = [one for one in parts if one.part.year == 2027]
    rest = [one for one in parts if one.part.year == 2026]
    early = [
        replace(one, part=Part(2027, one.part.amount, Trigger.ON_DATE, None, date(2026, 12, 31)))
        for one in later
    ]
    assert why(lambda: change(grant, rest + early)) is PlanRefusal.BEFORE_ITS_YEAR
    wrong = replace(later[0], part=replace(later[0].part, year=2026))
    assert why(lambda: change(grant, [*rest, wrong, *later[1:]])) is PlanRefusal.NOT_THE_YEAR
    now = [replace(one, part=Part(2027, one.part.amount, Trigger.ACCEPTED)) for one in later]
    change(grant, rest + now)
    released = [one for one in grant.instalments() if one.year == 2027]
    assert {state_of(one, NOW) for one in released} == {InstalmentState.WAITING}
    new_year = datetime(2027, 1, 1, tzinfo=clock.OSLO)
    assert {state_of(one, new_year) for one in released} == {InstalmentState.DUE}


def test_two_officers_at_once_make_one_plan_and_a_payment_comes_before_or_after(app: Flask) -> None:
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    first, *rest = there(grant)
    halves = [
        replace(first, part=replace(first.part, amount=Ore(first.part.amount - kroner(1)))),
        Wanted(replace(first.part, amount=kroner(1))),
    ]
    number, payer = grant.first().id, grant.authoriser.id
    case, officer = grant.application.id, an_officer_of(grant).id

    def split() -> int:
        return plans.adjust(
            any_application(case), [*halves, *rest], reason="Etter avtale.", seen=1,
            by=person(officer), at=NOW,
        ).number  # fmt: skip

    def pay() -> int:
        one = db.session.get_one(Instalment, number)
        return services.authorise(one, by=person(payer), at=NOW).id

    outcomes = at_once(app, split, split, pay)
    assert sum(isinstance(one, int) for one in outcomes) == 1
    assert list(violations()) == []
