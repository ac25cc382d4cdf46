"""How a time to complain was computed, sentence by sentence, in the reader's language."""

from criteria.appeal import Deadline
from foundation import words
from foundation.wording import format_day


def told_steps(deadline: Deadline) -> list[str]:
    """Say every step of a computation."""
    return [
        words.say(one.counted, day=format_day(one.day)) if one.day else words.say(one.counted)
        for one in deadline.steps
    ]
