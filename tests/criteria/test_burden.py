"""What the middle application of a call took."""

from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from criteria.burden import FEWEST, Burden, Effort, burden_of

EFFORTS = st.builds(
    Effort,
    characters=st.integers(0, 50_000),
    written=st.timedeltas(timedelta(0), timedelta(days=3)),
    open_days=st.integers(0, 90),
    reused=st.booleans(),
    said=st.none() | st.timedeltas(timedelta(minutes=1), timedelta(days=9)),
)


def effort(size: int, *, reused: bool = False) -> Effort:
    return Effort(size * 1000, timedelta(minutes=size * 10), size, reused)


def test_the_middle_application_is_told() -> None:
    found = burden_of([effort(size, reused=size > 3) for size in (1, 2, 3, 4, 90)])
    assert found == Burden(5, characters=3000, minutes=30, open_days=3, reused=0.4)


@given(st.lists(EFFORTS, max_size=FEWEST - 1))
def test_few_applications_are_not_told(efforts: list[Effort]) -> None:
    assert burden_of(efforts) is None


@given(st.lists(EFFORTS, min_size=FEWEST, max_size=20), st.randoms(use_true_random=False))
def test_the_middle_lies_among_those_it_is_of_whatever_their_order(
    efforts: list[Effort], order: Random
) -> None:
    found = burden_of(efforts)
    assert found is not None
    sizes = [one.characters for one in efforts]
    assert min(sizes) <= found.characters <= max(sizes)
    assert 0 <= found.reused <= 1
    said = [one.said.total_seconds() / 60 for one in efforts if one.said is not None]
    assert found.saying == len(said)
    assert (found.said is None) == (len(said) < FEWEST)
    assert found.said is None or min(said) - 1 <= found.said <= max(said) + 1
    again = list(efforts)
    order.shuffle(again)
    assert burden_of(again) == found
