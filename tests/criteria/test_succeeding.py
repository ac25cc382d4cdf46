"""What a kommune that has ended had, divided among those that took it over: not an øre more or less."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.succeeding import (
    WHOLE,
    SuccessionRefusal,
    apart,
    divided,
    evenly,
    problem,
    taken,
    weights,
)
from foundation.money import Ore

AMOUNTS = st.lists(st.integers(1, 10**12).map(Ore), max_size=6)


@st.composite
def percents(draw: st.DrawFn) -> dict[int, int]:
    """Draw the shares of up to five successors; the first is the main one."""
    marks = draw(st.sets(st.integers(1, WHOLE - 1), max_size=4))
    ends = [0, *sorted(marks), WHOLE]
    return {one: after - before for one, (before, after) in enumerate(pairwise(ends), 1)}


@given(AMOUNTS, percents())
def test_each_part_is_divided_to_the_last_ore(parts: list[Ore], shares: dict[int, int]) -> None:
    found = divided(parts, shares, 1)
    assert [sum(among.values()) for among in found] == parts
    for amount, among in zip(parts, found, strict=True):
        assert among[1] > 0
        assert all(share > 0 for share in among.values())
        for one, percent in shares.items():
            most = amount * percent // WHOLE + (len(shares) if one == 1 else 0)
            assert among.get(one, 0) <= most


@given(st.dictionaries(st.integers(1, 5), st.integers(0, 10**12).map(Ore), max_size=5), st.data())
def test_what_is_taken_adds_up_and_nobody_gives_more_than_it_has(
    has: dict[int, Ore], data: st.DataObject
) -> None:
    amount = Ore(data.draw(st.integers(0, sum(has.values()))))
    found = taken(amount, has)
    assert sum(found.values()) == amount
    assert all(0 < part <= has[one] for one, part in found.items())
    with pytest.raises(ValueError, match="more than"):
        taken(Ore(sum(has.values()) + 1), has)


@given(AMOUNTS, percents())
def test_a_claim_s_shares_add_up_by_debtor_and_by_year(
    years: list[Ore], shares: dict[int, int]
) -> None:
    by_year = dict(enumerate(years, 2026))
    (owes,) = divided([Ore(sum(years))], shares, 1)
    found = apart(owes, by_year, 1)
    assert {one: sum(own.values()) for one, own in found.items() if own} == owes
    for year, amount in by_year.items():
        assert sum(own.get(year, 0) for own in found.values()) == amount
    assert all(part > 0 for own in found.values() for part in own.values())


@given(percents(), percents())
def test_a_share_that_is_passed_on_is_divided_again(
    first: dict[int, int], then: dict[int, int]
) -> None:
    again = {one + 10: percent for one, percent in then.items()}
    found = weights(0, [(0, first), (1, again)])
    assert sum(found.values()) == WHOLE**2
    assert {one: found[one] for one in first if one != 1} == {
        one: percent * WHOLE for one, percent in first.items() if one != 1
    }
    assert sum(found[one] for one in again) == first[1] * WHOLE


@given(st.sets(st.integers(1, 9)), st.integers(1, 9))
def test_where_there_is_nothing_to_divide_each_that_takes_part_has_a_share(
    ones: set[int], main: int
) -> None:
    found = evenly(ones, main)
    assert problem(found, main, {main, *ones}) is None
    assert all(0 <= found[main] - share < len(found) for share in found.values())


@pytest.mark.parametrize(
    ("shares", "main", "why"),
    [
        ({1: 100}, 1, None),
        ({1: 60, 2: 40}, 2, None),
        ({1: 60, 2: 39}, 1, SuccessionRefusal.SHARES_NOT_WHOLE),
        ({1: 60, 3: 40}, 1, SuccessionRefusal.NOT_A_SUCCESSOR),
        ({1: 100}, 2, SuccessionRefusal.NO_SHARE),
        ({1: 120, 2: -20}, 1, SuccessionRefusal.NO_SHARE),
    ],
)
def test_who_can_have_what(
    shares: dict[int, int], main: int, why: SuccessionRefusal | None
) -> None:
    assert problem(shares, main, {1, 2}) is why
    assert problem(shares, main, ()) is SuccessionRefusal.NOT_ENDED
