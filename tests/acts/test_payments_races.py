from collections.abc import Callable, Sequence

from flask import Flask
from sqlalchemy import func, select

from accounts.queries import person
from applications.queries import any_application
from assessments.services import declare
from criteria.frame import Refusal
from criteria.impartiality import View
from criteria.postings import EntryKind
from criteria.steps import Step
from decisions import services as deciding
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore, kroner
from grants import queries as grants
from payments import queries, services
from payments.carrying import Unused, book_unused
from payments.models import Entry
from payments.refusals import PaymentRefusal
from tests.builders.decisions import NOW, Round, a_controller
from tests.builders.payments import (
    Grant,
    a_second_controller,
    an_accepted_grant,
    an_appropriation,
    signed_rounds,
)
from tests.races import at_once

AWARD = Ore(1_620_000_00)
"""What the builders' application gets: three partners' 600 000 by the rate of 2026, 90 %."""


def test_two_publishings_never_take_the_same_last_krone(app: Flask) -> None:
    rounds = signed_rounds("en-2026", "to-2026", booked=Ore(2 * AWARD - 1))
    outcomes = at_once(app, *(publishing(one) for one in rounds))
    assert sorted(map(str, outcomes)) == ["1", "Refusal.OVER_APPROPRIATION"]
    year = queries.total_of(queries.year_rows())
    assert (year.committed, year.available) == (AWARD, AWARD - 1)
    steps = [one.first().application.step for one in rounds]
    assert sorted(steps) == [Step.AWARDED, Step.DECIDED]


def publishing(made: Round) -> Callable[[], int]:
    call, maker = made.call.id, made.maker.id

    def publish() -> int:
        return deciding.publish_round(grants.call(call), by=person(maker), at=NOW)

    return publish


def test_what_is_granted_is_never_taken_back_twice(app: Flask) -> None:
    by = a_controller()
    services.book_appropriation(an_appropriation(2026, kroner(10)), by=by, at=NOW)
    taking = [an_appropriation(2026, kroner(-10)).id for _ in range(4)]
    outcomes = at_once(app, *(booking(one, by.id) for one in taking))
    assert reasons(outcomes) == [Refusal.OVER_APPROPRIATION] * 3
    assert queries.total_of(queries.year_rows()).appropriated == NOTHING


def booking(appropriation: int, by: int) -> Callable[[], int]:
    def book() -> int:
        granted = queries.appropriation(appropriation)
        return services.book_appropriation(granted, by=person(by), at=NOW).id

    return book


def test_an_instalment_is_attested_once_and_paid_once_by_those_who_press_together(
    app: Flask,
) -> None:
    grant = an_accepted_grant()
    third = a_second_controller("Trine Tredje")
    declare(grant.application, View.IMPARTIAL, by=third, at=NOW)
    everybody = [grant.attester.id, grant.authoriser.id, third.id]

    attested = at_once(app, *(attesting(grant, one) for one in everybody))
    assert reasons(attested) == [PaymentRefusal.ALREADY_ATTESTED] * 2
    others = [one for one in everybody if one != grant.first().attested_by_id]

    paid = at_once(app, *(authorising(grant, one) for one in (*others, *others)))
    assert reasons(paid) == [PaymentRefusal.ALREADY_AUTHORISED] * 3
    payments = select(func.count(Entry.id)).where(Entry.kind == EntryKind.PAYMENT)
    assert db.session.scalar(payments) == 1
    assert queries.case_balance(grant.application.id).paid == grant.first().amount


def attesting(grant: Grant, by: int) -> Callable[[], None]:
    number = grant.first().id

    def attest() -> None:
        services.attest(queries.instalment(number), by=person(by), at=NOW)

    return attest


def authorising(grant: Grant, by: int) -> Callable[[], int]:
    number = grant.first().id

    def authorise() -> int:
        return services.authorise(queries.instalment(number), by=person(by), at=NOW).id

    return authorise


def test_the_last_krone_of_a_case_is_either_paid_or_carried_to_the_next_year(app: Flask) -> None:
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    outcomes = at_once(app, authorising(grant, grant.authoriser.id), carrying_on(grant))
    assert reasons(outcomes) == [Refusal.OVER_COMMITMENT]
    for sums in queries.case_years(grant.application.id).values():
        assert 0 <= sums.paid <= sums.committed
    total = queries.case_balance(grant.application.id)
    assert total.committed == AWARD
    assert total.paid in {NOTHING, grant.first().amount}


def carrying_on(grant: Grant) -> Callable[[], int]:
    """Carry all that a case is promised for the year to the next, as its act does in the books."""
    case, by = grant.application.id, grant.authoriser.id

    def carry() -> int:
        with transaction():
            unused = Unused(2026, AWARD, NOTHING)
            return book_unused(any_application(case), unused, "Brev", by=person(by), at=NOW).id

    return carry


def reasons(outcomes: Sequence[object]) -> list[object]:
    return [one.reason for one in outcomes if isinstance(one, RuleBrokenError)]
