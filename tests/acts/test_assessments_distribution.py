"""Sharing tasks out: the fewest open cases first, never who is hindered, always the same answer."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from assessments.distribution import Vacancy, share_out
from assessments.models import Task

BOTH = (Task.ASSESS, Task.ASSESS)


def test_the_one_with_the_fewest_gets_the_next() -> None:
    vacancies = [Vacancy(case, Task.HANDLE) for case in (1, 2, 3)]
    placed = share_out(vacancies, {10: 2, 11: 0, 12: 1}, set())
    assert [one.person for one in placed] == [11, 11, 12]


def test_who_is_hindered_is_passed_over() -> None:
    placed = share_out([Vacancy(1, Task.HANDLE)], {10: 0, 11: 5}, {(10, 1)})
    assert [one.person for one in placed] == [11]


def test_where_all_are_hindered_nobody_is_placed() -> None:
    placed = share_out([Vacancy(1, Task.HANDLE)], {10: 0}, {(10, 1)})
    assert [one.person for one in placed] == [None]


def test_nobody_assesses_a_case_twice() -> None:
    vacancies = [Vacancy(1, task, taken=frozenset({10})) for task in BOTH]
    placed = share_out(vacancies, {10: 0, 11: 9, 12: 9}, set())
    assert [one.person for one in placed] == [11, 12]


@given(
    cases=st.integers(0, 30),
    people=st.integers(2, 6),
    hindered=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 29)), max_size=40),
)
def test_the_shares_differ_by_one_unless_somebody_is_hindered(
    cases: int, people: int, hindered: set[tuple[int, int]]
) -> None:
    vacancies = [Vacancy(case, task) for case in range(cases) for task in BOTH]
    loads = dict.fromkeys(range(people), 0)
    placed = share_out(vacancies, loads, hindered)

    assert len(placed) == len(vacancies)
    assert not {(one.person, one.application) for one in placed} & hindered
    pairs = [(one.person, one.application) for one in placed if one.person is not None]
    assert len(set(pairs)) == len(pairs)
    if not hindered and cases:
        counts = Counter(one.person for one in placed)
        assert max(counts.values()) - min(counts.get(one, 0) for one in loads) <= 1
    assert share_out(vacancies, loads, hindered) == placed
