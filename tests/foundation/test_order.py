"""The order of a whole run: long files at the beginnings of both halves, and nothing lost."""

from pathlib import Path

from tests.order import LONG, long_first

ROOT = Path(__file__).parents[2]
SHORT = [f"tests/criteria/test_{number}.py" for number in range(40)]


def test_both_halves_begin_with_what_is_long_and_every_test_is_run() -> None:
    tests = [*SHORT[:20], *reversed(LONG), *SHORT[20:]]
    ordered = long_first(tests, str)
    middle, many, fewer = len(tests) // 2, (len(LONG) + 1) // 2, len(LONG) // 2
    assert sorted(ordered) == sorted(tests)
    assert (ordered[0], ordered[middle]) == LONG[:2]
    assert {*ordered[:many], *ordered[middle : middle + fewer]} == set(LONG)
    assert [one for one in ordered if one in SHORT] == SHORT


def test_what_is_short_keeps_its_order() -> None:
    assert long_first(SHORT, str) == SHORT


def test_the_long_files_are_there() -> None:
    assert [file for file in LONG if not (ROOT / file).exists()] == []
