from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from criteria.promises import Doubt, Overlap, Promise, doubts, hours_by_year
from foundation.money import Ore, kroner

TWO_YEARS = (date(2026, 7, 1), date(2027, 6, 30))


def promise(
    application: int,
    *,
    measure: str = "T1",
    period: tuple[date, date] | None = TWO_YEARS,
    hours: int = 0,
    own: dict[int, Ore] | None = None,
) -> Promise:
    return Promise(application, measure, period, hours, own or {})


@st.composite
def periods(draw: st.DrawFn) -> tuple[date, date]:
    first = draw(st.dates(date(2024, 1, 1), date(2028, 12, 31)))
    return first, first + timedelta(days=draw(st.integers(0, 900)))


@st.composite
def promise_lists(draw: st.DrawFn) -> list[Promise]:
    return [
        Promise(
            number,
            draw(st.sampled_from(["T1", "T2"])),
            draw(st.none() | periods()),
            draw(st.integers(0, 3000)),
            draw(
                st.dictionaries(
                    st.integers(2024, 2028), st.sampled_from([Ore(0), kroner(1), kroner(2)])
                )
            ),
        )
        for number in range(draw(st.integers(0, 4)))
    ]


def test_the_same_work_in_the_same_year_is_the_same_effort() -> None:
    found = doubts([promise(1, hours=100), promise(2, hours=40)], None)
    assert found == (
        Doubt(Overlap.SAME_EFFORT, 2026, (1, 2)),
        Doubt(Overlap.SAME_EFFORT, 2027, (1, 2)),
    )


def test_another_measure_or_another_year_is_other_work() -> None:
    later = (date(2028, 1, 1), date(2028, 12, 31))
    assert doubts([promise(1, hours=100), promise(2, hours=40, measure="T2")], None) == ()
    assert doubts([promise(1, hours=100), promise(2, hours=40, period=later)], None) == ()
    assert doubts([promise(1, hours=100), promise(2)], None) == ()


def test_the_very_same_amount_in_a_year_is_the_same_money_whatever_the_measure() -> None:
    same = {2026: kroner(200_000)}
    found = doubts([promise(1, own=same), promise(2, measure="T2", own=same)], None)
    assert found == (Doubt(Overlap.SAME_MONEY, 2026, (1, 2), found=kroner(200_000)),)
    assert doubts([promise(1, own=same), promise(2, own={2027: kroner(200_000)})], None) == ()


def test_more_hours_than_it_has_is_too_much_even_in_one_application() -> None:
    whole_year = (date(2026, 1, 1), date(2026, 12, 31))
    one = promise(1, hours=300, period=whole_year)
    assert doubts([one], 300) == ()
    assert doubts([one], 299) == (
        Doubt(Overlap.OVER_CAPACITY, 2026, (1,), found=300, limit=299),
    )
    assert doubts([one], None) == ()


@given(periods(), st.integers(0, 100_000))
def test_the_hours_of_the_years_are_all_the_hours(
    period: tuple[date, date], hours: int
) -> None:
    spread = hours_by_year(promise(1, period=period, hours=hours))
    assert sum(spread.values()) == hours
    assert all(period[0].year <= year <= period[1].year for year in spread)
    assert all(share > 0 for share in spread.values())


@given(promise_lists(), st.none() | st.integers(0, 3000), st.randoms(use_true_random=False))
def test_the_order_of_the_promises_means_nothing(
    promises: list[Promise], capacity: int | None, chance: Random
) -> None:
    shuffled = list(promises)
    chance.shuffle(shuffled)
    assert doubts(shuffled, capacity) == doubts(promises, capacity)


@given(promise_lists(), st.none() | st.integers(0, 3000))
def test_a_promise_less_never_gives_a_doubt_more(
    promises: list[Promise], capacity: int | None
) -> None:
    before = {(one.overlap, one.year, one.applications) for one in doubts(promises, capacity)}
    for left_out in promises:
        fewer = doubts([one for one in promises if one is not left_out], capacity)
        for one in fewer:
            if one.overlap is Overlap.OVER_CAPACITY:
                years = {year for overlap, year, _ in before if overlap is one.overlap}
                assert one.year in years
            else:
                assert (one.overlap, one.year, one.applications) in before


@given(promise_lists())
def test_every_doubt_is_about_promises_that_were_given(promises: list[Promise]) -> None:
    known = {one.application for one in promises}
    for one in doubts(promises, 0):
        assert set(one.applications) <= known
        assert len(one.applications) == 1 or one.applications == tuple(sorted(one.applications))
