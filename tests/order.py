"""Which tests begin: the longest, so that none of them is left alone on one core at the end.

A run gives each of its two processes one half of the tests, and one that is done takes from the end of what
the other has left: the long files are dealt to the beginnings of the halves, and stay whole.
"""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LONG = (
    "tests/visibility/test_walk.py",
    "tests/journeys/test_accessible.py",
    "tests/journeys/test_decided_round.py",
    "tests/journeys/test_whole_job.py",
    "tests/journeys/test_complained_round.py",
    "tests/letters/test_archive.py",
    "tests/journeys/test_full_round.py",
    "tests/letters/test_sameness.py",
    "tests/journeys/test_five_years.py",
    "tests/pages/test_every_page_on_postgresql.py",
    "tests/journeys/test_applying_together.py",
    "tests/journeys/test_three_years.py",
    "tests/commands/test_serving.py",
    "tests/acts/test_decisions_workers.py",
    "tests/acts/test_decisions_worker.py",
)
"""Files that take half a minute or more, the longest first."""


def long_first(tests: list[T], file_of: Callable[[T], str]) -> list[T]:
    """Deal the long files to the beginnings of both halves; everything else keeps its order."""
    dealt: tuple[list[T], list[T]] = ([], [])
    for number, file in enumerate(LONG):
        dealt[number % 2].extend(one for one in tests if file_of(one) == file)
    rest = [one for one in tests if file_of(one) not in LONG]
    room = max(0, len(tests) // 2 - len(dealt[0]))
    return [*dealt[0], *rest[:room], *dealt[1], *rest[room:]]
