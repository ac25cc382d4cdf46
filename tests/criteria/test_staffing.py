"""Sharing cases out: nobody hindered, as even as can be, mixed pairs, and always the same answer."""

from collections import Counter
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.staffing import Load, OpenCase, Suggestion, suggest

PAIRS = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 11)), max_size=25)
LOADS = st.lists(st.builds(Load, st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=6)


def cases(count: int) -> list[OpenCase]:
    return [OpenCase(one, f"2026/{one:05d}") for one in range(count)]


def nobody_busy(people: int) -> dict[int, Load]:
    return dict.fromkeys(range(people), Load())


def members(suggestion: Suggestion) -> list[tuple[int, int]]:
    """Give every (person, case) that is suggested, once for each task."""
    return [
        (person, one.case)
        for one in suggestion.staff
        for person in (one.handler, *one.assessors)
        if person is not None
    ]


def test_a_round_of_179_is_shared_evenly_and_mixed() -> None:
    found = suggest(cases(179), nobody_busy(6), set())
    tasks = [load.tasks for load in found.after.values()]
    handles = [load.handles for load in found.after.values()]
    together = Counter(one.assessors for one in found.staff)
    assert (sum(tasks), max(tasks) - min(tasks)) == (179 * 3, 1)
    assert max(handles) - min(handles) <= 1
    assert len(together) == 15
    assert max(together.values()) - min(together.values()) <= 2


def test_who_is_on_a_case_stays_and_gets_no_second_task_there() -> None:
    case = OpenCase(1, "2026/00001", handler=0, assessors=frozenset({1}))
    found = suggest([case], {0: Load(), 1: Load(), 2: Load(9, 9)}, set())
    assert (found.staff[0].handler, found.staff[0].assessors, found.staff[0].lacking) == (
        None,
        (2,),
        0,
    )


def test_a_case_that_lacks_too_many_gets_its_handler_first() -> None:
    found = suggest(cases(1), nobody_busy(3), {(0, 0), (2, 0)})
    assert (found.staff[0].handler, found.staff[0].assessors, found.staff[0].lacking) == (1, (), 2)


def test_a_chain_of_hand_overs_evens_out_what_first_choices_cannot() -> None:
    """Only 0 and 1 may take the first cases, only 1 and 2 the others: 1 must give way to 2."""
    hindered = {(2, one) for one in range(4)} | {(0, one) for one in range(4, 8)}
    single = [OpenCase(one, f"{one}", assessors=frozenset({8, 9})) for one in range(8)]
    found = suggest(single, {0: Load(), 1: Load(), 2: Load(2)}, hindered)
    assert sorted(load.tasks for load in found.after.values()) == [3, 3, 4]


@given(count=st.integers(0, 12), loads=LOADS, hindered=PAIRS)
def test_nobody_hindered_is_suggested_and_nobody_twice(
    count: int, loads: list[Load], hindered: set[tuple[int, int]]
) -> None:
    before = dict(enumerate(loads))
    found = suggest(cases(count), before, hindered)
    placed = members(found)
    assert not set(placed) & hindered
    assert len(set(placed)) == len(placed)
    for one in found.staff:
        able = sum((person, one.case) not in hindered for person in before)
        assert one.lacking == max(3 - able, 0)
        assert (one.handler is None) == (able == 0)
    for person, load in found.after.items():
        given = sum(one == person for one, _case in placed)
        assert load.tasks == before[person].tasks + given


@settings(max_examples=60)
@given(
    loads=st.lists(st.integers(0, 4), min_size=2, max_size=4),
    hindered=st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=9),
)
def test_no_other_sharing_is_more_even(loads: list[int], hindered: set[tuple[int, int]]) -> None:
    """Brute force over four cases that each lack one: no sum of squares is smaller."""
    single = [OpenCase(one, f"{one}", assessors=frozenset({8, 9})) for one in range(4)]
    found = suggest(single, {one: Load(load) for one, load in enumerate(loads)}, hindered)
    able: list[list[int | None]] = [
        [one for one in range(len(loads)) if (one, case) not in hindered] or [None]
        for case in range(4)
    ]
    best = min(
        sum((load + chosen.count(one)) ** 2 for one, load in enumerate(loads))
        for chosen in product(*able)
    )
    assert sum(load.tasks**2 for load in found.after.values()) == best


@given(count=st.integers(0, 12), loads=LOADS, hindered=PAIRS, data=st.data())
def test_the_answer_does_not_depend_on_how_things_are_listed(
    count: int, loads: list[Load], hindered: set[tuple[int, int]], data: st.DataObject
) -> None:
    listed, people = cases(count), list(enumerate(loads))
    found = suggest(listed, dict(people), hindered)
    shuffled = data.draw(st.permutations(listed))
    moved = data.draw(st.permutations(people))
    assert suggest(shuffled, dict(moved), hindered) == found


@given(count=st.integers(1, 12), people=st.integers(3, 6))
def test_no_swap_would_make_two_meet_less_often(count: int, people: int) -> None:
    found = suggest(cases(count), nobody_busy(people), set())
    together = Counter(one.assessors for one in found.staff)
    for one, other in combinations(found.staff, 2):
        for mine, theirs in product(one.assessors, other.assessors):
            swapped = (set(one.assessors) ^ {mine, theirs}, set(other.assessors) ^ {mine, theirs})
            if theirs in (one.handler, *one.assessors) or mine in (other.handler, *other.assessors):
                continue
            changed = Counter(tuple(sorted(pair)) for pair in swapped)
            changed.subtract([one.assessors, other.assessors])
            after = together + Counter()
            after.update(changed)
            assert sum(n * n for n in after.values()) >= sum(n * n for n in together.values())
