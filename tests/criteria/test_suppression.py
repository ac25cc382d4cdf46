"""Nobody computes what is held back of a table about persons, not even from several releases together."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.persons import is_sensitive
from criteria.suppression import ALL, Key, Release, determined, hold_back, with_sums

ROWS, COLUMNS = ("TK1", "TK2", "TK3"), ("0", "1", "2")
KEYS = [(row, column) for row in ROWS for column in COLUMNS]
PARTS = st.dictionaries(st.integers(1, 5), st.integers(1, 4), max_size=5)
TABLES = st.fixed_dictionaries(dict.fromkeys(KEYS, PARTS))
MORE = st.dictionaries(st.sampled_from(KEYS), PARTS, max_size=4)
Table = dict[Key, dict[int, int]]


def added(table: Table, more: Table) -> Table:
    """Give a table after more has been counted into it."""
    return {
        key: {
            person: given.get(person, 0) + more.get(key, {}).get(person, 0)
            for person in given.keys() | more.get(key, {}).keys()
        }
        for key, given in table.items()
    }


def released(tables: Sequence[Table]) -> list[Release]:
    releases: list[Release] = []
    for table in tables:
        releases.append(hold_back(table, releases))
    return releases


def recovered(releases: Sequence[Release]) -> set[tuple[Key, int]]:
    """Attack by ranks: what is held back follows when saying it alone adds no rank to the sums."""
    told = {
        (key, value)
        for one in releases
        for key, value in one.values.items()
        if key not in one.hidden
    }
    unknown = sorted(
        {(key, value) for one in releases for key, value in one.values.items()} - told
    )
    place = {one: number for number, one in enumerate(unknown)}
    sums = np.zeros((0, len(unknown)))
    for one in releases:
        for row in (*ROWS, ALL):
            sums = np.vstack([sums, equation(one, [(row, c) for c in COLUMNS], (row, ALL), place)])
        for column in (*COLUMNS, ALL):
            sums = np.vstack(
                [sums, equation(one, [(r, column) for r in ROWS], (ALL, column), place)]
            )
    rank = np.linalg.matrix_rank(sums) if unknown else 0
    return {
        one
        for one, number in place.items()
        if np.linalg.matrix_rank(np.vstack([sums, np.eye(len(unknown))[number]])) == rank
    }


def equation(
    one: Release, parts: list[Key], total: Key, place: dict[tuple[Key, int], int]
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    line = np.zeros(len(place))
    for key, sign in (*((part, 1) for part in parts), (total, -1)):
        if (key, one.values[key]) in place:
            line[place[key, one.values[key]]] += sign
    return line


def guarded(releases: Sequence[Release]) -> set[tuple[Key, int]]:
    """Give what must not be found: every sensitive cell that was not told, as it was, before it was so."""
    told: set[tuple[Key, int]] = set()
    found: set[tuple[Key, int]] = set()
    for one in releases:
        found |= {(key, one.values[key]) for key in one.sensitive} - told
        told |= {(key, value) for key, value in one.values.items() if key not in one.hidden}
    return found


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_one_release_gives_no_sensitive_cell_away(table: Table) -> None:
    (one,) = released([table])
    assert one.sensitive <= one.hidden
    assert not recovered([one]) & guarded([one])


@settings(max_examples=60, deadline=None)
@given(TABLES, MORE, MORE)
def test_the_difference_of_releases_gives_no_sensitive_cell_away(
    table: Table, more: Table, still_more: Table
) -> None:
    then = added(table, more)
    releases = released([table, then, added(then, still_more)])
    for last in (2, 3):
        assert not recovered(releases[:last]) & guarded(releases[:last])


@settings(max_examples=60, deadline=None)
@given(TABLES, MORE)
def test_both_ways_of_attacking_find_the_same(table: Table, more: Table) -> None:
    whole = [with_sums(table), with_sums(added(table, more))]
    naive = [Release(one.values, one.sensitive, one.sensitive) for one in whole]
    assert determined(naive) == recovered(naive)


def test_without_others_beside_it_a_cell_would_be_computed() -> None:
    """The attack works: a cell held back alone is found, by its row or by the next release."""
    table: Table = {key: dict.fromkeys((1, 2, 3, 4), 2) for key in KEYS}
    table["TK1", "1"] = {1: 1}
    naive = with_sums(table)
    naive = Release(naive.values, naive.sensitive, naive.sensitive)
    assert recovered([naive]) == {(("TK1", "1"), 1)}
    (one,) = released([table])
    assert recovered([one]) == set()
    assert len(one.hidden) == 4

    later = with_sums(added(table, {("TK2", "2"): {4: 1}}))
    careless = Release(later.values, later.sensitive, frozenset({("TK1", "1"), ("TK3", "0")}))
    assert (("TK1", "1"), 1) in recovered([one, careless])


def test_what_is_unchanged_is_told_alike_and_a_table_without_persons_is_told_whole() -> None:
    table: Table = {key: dict.fromkeys((1, 2, 3, 4), 2) for key in KEYS}
    table["TK1", "1"] = {1: 1, 2: 1}
    first, again = released([table, table])
    assert first.hidden == again.hidden
    assert released([{key: {} for key in KEYS}])[0].hidden == frozenset()


def test_a_figure_is_sensitive_when_few_or_one_of_many_gave_it() -> None:
    assert not is_sensitive([])
    assert not is_sensitive([0, 0])
    assert is_sensitive([5])
    assert is_sensitive([5, 5])
    assert not is_sensitive([5, 5, 5])
    assert not is_sensitive([80, 10, 10])
    assert is_sensitive([81, 10, 9])
    assert is_sensitive([5, 5, 0])
