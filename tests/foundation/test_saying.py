"""A text that only looks like one says nothing."""

import pytest

from foundation.saying import says_something

NOTHING = [
    "", " ", "\n\t", "\u00a0", "\u200b\u200d\u2060", "\ufeff", "\u00ad", "\u3000\u2003", "\u2800",
    "\u3164", "\u115f", "\u0301", "\x00", "\u202e", "\ue000",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_what_cannot_be_seen_says_nothing(text: str) -> None:
    assert not says_something(text)
    assert not says_something(text * 3)


@pytest.mark.parametrize("text", [".", "Godt.", "\u200bå", "\u00a01\u00a0", "e\u0301", "–"])
def test_what_can_be_seen_says_something(text: str) -> None:
    assert says_something(text)
