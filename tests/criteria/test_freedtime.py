"""What minutes a day come to in a year: the founding description's own numbers, and that they add up."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from criteria.freedtime import LEAST, MOST, Assumption, Workplace, freed
from foundation.money import Ore, kroner

PLACES = st.builds(
    Workplace,
    employees=st.integers(1, 100_000),
    days=st.integers(1, 366),
    minutes=st.integers(60, 1440),
    hourly=st.none() | st.integers(0, 1_000_000).map(Ore),
    own=st.none() | st.integers(1, 500).map(Decimal),
)


def alike(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) < Decimal("0.000001")


def test_the_descriptions_minutes_become_hours_posts_and_kroner() -> None:
    least, share, most = freed(Workplace(employees=100, hourly=kroner(500)))
    assert (least.assumption, least.daily) == (Assumption.LEAST, Decimal(13))
    assert least.hours == Decimal(13) * 100 * 230 / 60
    assert least.worth == kroner(2_491_666) + 67
    assert round(least.posts, 2) == Decimal("2.89")
    assert (share.assumption, share.daily) == (Assumption.SHARE, Decimal("22.5"))
    assert share.posts == 5  # five percent of the day is five posts of a hundred
    assert (most.assumption, most.daily) == (Assumption.MOST, Decimal(26))
    assert alike(most.hours, 2 * least.hours)


def test_an_hour_without_a_price_is_worth_nothing_that_can_be_told() -> None:
    assert {one.worth for one in freed(Workplace(employees=1))} == {None}


@given(PLACES)
def test_more_minutes_are_more_of_everything_and_the_own_comes_last(place: Workplace) -> None:
    rows = list(freed(place))
    expected, own = rows[:3], rows[3:]
    assert [one.daily for one in expected] == sorted(one.daily for one in expected)
    assert {LEAST, MOST} <= {one.daily for one in expected}
    assert [one.daily for one in own] == ([] if place.own is None else [place.own])
    for one in rows:
        assert alike(one.hours * 60, one.daily * place.employees * place.days)
        assert alike(one.posts * place.minutes, one.daily * place.employees)
        if place.hourly is not None:
            assert one.worth is not None
            assert abs(one.worth - one.hours * place.hourly) <= Decimal("0.5")
