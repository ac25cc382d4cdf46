import pytest
from flask import Flask
from sqlalchemy import func, select

from criteria.frame import Refusal
from criteria.postings import Balance, EntryKind
from criteria.steps import Step
from decisions import queries as decisions
from decisions import services as deciding
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore, kroner
from grants.services import register_appropriation
from payments import queries, services
from payments.models import Entry
from payments.queries import EntryFilter, Figure
from payments.refusals import PaymentRefusal
from tests.builders.accounts import an_administrator
from tests.builders.decisions import NOW, a_controller, a_published_round
from tests.builders.grants import a_scheme
from tests.builders.payments import (
    an_accepted_grant,
    an_appropriation,
    signatory_of,
    signed_rounds,
)


def of_year(year: int, post: int = 60) -> Balance:
    return next(
        row.balance for row in queries.year_rows() if (row.post.post, row.year) == (post, year)
    )


def why(error: pytest.ExceptionInfo[RuleBrokenError]) -> object:
    return error.value.reason


def test_the_year_page_has_every_year_of_the_scheme_before_anything_is_booked(app: Flask) -> None:
    del app
    a_scheme(an_administrator())
    rows = queries.year_rows()
    assert [(row.post.post, row.year) for row in rows] == [
        (post, year) for post in (60, 73) for year in range(2024, 2029)
    ]
    assert queries.total_of(rows) == Balance(NOTHING, NOTHING, NOTHING)


def test_an_appropriation_is_booked_once_and_corrected_by_its_counter_entry(app: Flask) -> None:
    del app
    by = a_controller()
    granted = an_appropriation(2026, kroner(5_000_000))
    assert granted in queries.unbooked_appropriations()

    entry = services.book_appropriation(granted, by=by, at=NOW)
    assert of_year(2026).appropriated == kroner(5_000_000)
    assert granted not in queries.unbooked_appropriations()
    assert entry.booked_on == clock.in_oslo(NOW).date()
    with pytest.raises(RuleBrokenError) as twice:
        services.book_appropriation(granted, by=by, at=NOW)
    assert why(twice) is PaymentRefusal.ALREADY_BOOKED

    with pytest.raises(RuleBrokenError) as wordless:
        services.reverse(entry, reason=" \n", by=by, at=NOW)
    assert why(wordless) is PaymentRefusal.REASON_MISSING
    counter = services.reverse(entry, reason="Ført på feil år.", by=by, at=NOW)
    assert (counter.kind, counter.booked_as, counter.amount, counter.counters_id) == (
        EntryKind.REVERSAL, EntryKind.APPROPRIATION, kroner(-5_000_000), entry.id,
    )  # fmt: skip
    assert counter.text == "Motpostering: Ført på feil år."
    assert of_year(2026) == Balance(NOTHING, NOTHING, NOTHING)
    for countered in (entry, counter):
        with pytest.raises(RuleBrokenError) as again:
            services.reverse(countered, reason="En gang til.", by=by, at=NOW)
        assert why(again) is PaymentRefusal.ALREADY_REVERSED


def test_a_published_round_is_promised_year_by_year_and_a_refusal_books_nothing(
    app: Flask,
) -> None:
    del app
    made = a_published_round((5, 1))
    award, refusal = sorted(made.decisions(), key=lambda one: -one.amount)
    assert (refusal.amount, queries.case_postings(refusal.application_id)) == (0, [])
    assert {
        year: balance.committed
        for year, balance in queries.case_years(award.application_id).items()
    } == {one.year: one.amount for one in award.years}
    total = queries.total_of(queries.year_rows())
    assert (total.committed, total.paid) == (award.amount, NOTHING)

    by = a_controller("Kaja Kontroll")
    promised = db.session.scalars(select(Entry).where(Entry.kind == EntryKind.COMMITMENT)).one()
    with pytest.raises(RuleBrokenError) as elsewhere:
        services.reverse(promised, reason="Angrer.", by=by, at=NOW)
    assert why(elsewhere) is PaymentRefusal.REVERSED_BY_ITS_OWN_ACT

    granted = db.session.scalars(
        select(Entry).where(Entry.kind == EntryKind.APPROPRIATION, Entry.year == promised.year)
        .order_by(Entry.budget_post_id)
    ).first()  # fmt: skip
    assert granted is not None
    with pytest.raises(RuleBrokenError) as promised_away:
        services.reverse(granted, reason="Feil.", by=by, at=NOW)
    assert why(promised_away) is Refusal.OVER_APPROPRIATION
    left = of_year(promised.year).available
    services.book_appropriation(an_appropriation(promised.year, Ore(-left)), by=by, at=NOW)
    assert of_year(promised.year).available == NOTHING
    one_more = an_appropriation(promised.year, Ore(-1))
    with pytest.raises(RuleBrokenError) as taken:
        services.book_appropriation(one_more, by=by, at=NOW)
    assert why(taken) is Refusal.OVER_APPROPRIATION


def test_a_declined_award_gives_its_money_back_to_the_frame(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    application = made.applications[0]
    before = queries.total_of(queries.year_rows())
    signatory = signatory_of(application)
    decision = decisions.published_decision(signatory, application.id)
    deciding.answer_award(decision, accepted=False, account_number=None, by=signatory, at=NOW)
    after = queries.total_of(queries.year_rows())
    assert after.available == before.available + decision.amount == after.appropriated
    assert queries.case_balance(application.id) == Balance(NOTHING, NOTHING, NOTHING)
    assert queries.instalments_of(application.id) == []


def test_a_round_over_the_appropriation_is_not_published_at_all(app: Flask) -> None:
    del app
    (made,) = signed_rounds("knapp-2026", booked=kroner(1_000))
    with pytest.raises(RuleBrokenError) as refused:
        made.publish()
    assert why(refused) is Refusal.OVER_APPROPRIATION
    db.session.expire_all()
    assert {one.application.step for one in made.decisions()} == {Step.DECIDED}
    assert of_year(2026).committed == NOTHING


def test_the_list_of_entries_adds_up_to_the_figure_it_was_opened_from(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    paid = services.authorise(grant.first(), by=grant.authoriser, at=NOW)
    row = next(row for row in queries.year_rows() if row.balance.paid)
    assert row.balance.paid == paid.amount == grant.first().amount
    for figure, value in (
        (Figure.APPROPRIATED, row.balance.appropriated),
        (Figure.COMMITTED, row.balance.committed),
        (Figure.PAID, row.balance.paid),
    ):
        chosen = EntryFilter(year=row.year, budget_post_id=row.post.id, figure=figure)
        assert sum(one.amount for one in queries.entry_page(chosen).rows) == value
    chosen = EntryFilter(year=row.year, budget_post_id=row.post.id, figure=Figure.REMAINING)
    assert queries.sums_of(chosen).remaining == row.balance.remaining
    chosen = EntryFilter(year=row.year, budget_post_id=row.post.id, figure=Figure.AVAILABLE)
    assert queries.sums_of(chosen).available == row.balance.available
    by_case = EntryFilter(case_number=grant.application.case_number or "")
    assert [one.kind for one in queries.entry_page(by_case).rows] == [
        EntryKind.PAYMENT, EntryKind.COMMITMENT,
    ]  # fmt: skip


def test_the_list_of_entries_is_paged_by_keys_both_ways(app: Flask) -> None:
    del app
    by = a_controller()
    for year in range(2024, 2029):
        services.book_appropriation(an_appropriation(year, kroner(year)), by=by, at=NOW)
    everything = EntryFilter()
    first = queries.entry_page(everything, size=2)
    second = queries.entry_page(everything, after=first.after, size=2)
    third = queries.entry_page(everything, after=second.after, size=2)
    years = [[one.year for one in page.rows] for page in (first, second, third)]
    assert years == [[2028, 2027], [2026, 2025], [2024]]
    assert (first.before, third.after) == (None, None)
    back = queries.entry_page(everything, before=third.before, size=2)
    assert [one.year for one in back.rows] == [2026, 2025]
    home = queries.entry_page(everything, before=back.before, size=2)
    assert ([one.year for one in home.rows], home.before) == ([2028, 2027], None)
    count = db.session.scalar(select(func.count(Entry.id)))
    assert count == 5


def test_registering_is_not_booking(app: Flask) -> None:
    del app
    by = an_administrator()
    scheme = a_scheme(by)
    register_appropriation(
        scheme.posts[0], year=2027, amount=kroner(1), authority="Prop. 1 S", decided_on=NOW.date(),
        by=by, at=NOW,
    )  # fmt: skip
    assert of_year(2027).appropriated == NOTHING
