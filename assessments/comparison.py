"""Two proposals of a call beside each other: what differs, case by case."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assessments.models import ProposalLine
from foundation.money import NOTHING, Ore


@dataclass(frozen=True, slots=True)
class Pair:
    """A case's lines in two proposals. `line` is the later one where there is one.

    `change` is how much more the case gets in the later proposal, in øre.
    """

    line: ProposalLine
    before: ProposalLine | None
    after: ProposalLine | None
    change: Ore
    differs: bool


def compare(
    before: Iterable[ProposalLine], after: Iterable[ProposalLine], *, by_amount: bool = False
) -> list[Pair]:
    """Pair the lines of two proposals, in the order of the later; what left it comes last.

    They differ by amount alone, or also by place and reason.
    """
    told = _amount if by_amount else _told
    earlier = {line.application_id: line for line in before}
    pairs = [_pair(line, earlier.pop(line.application_id, None), line, told) for line in after]
    return pairs + [_pair(line, line, None, told) for line in earlier.values()]


def _pair(
    line: ProposalLine,
    before: ProposalLine | None,
    after: ProposalLine | None,
    told: Callable[[ProposalLine], object],
) -> Pair:
    differs = before is None or after is None or told(before) != told(after)
    return Pair(line, before, after, Ore(_amount(after) - _amount(before)), differs)


def _amount(line: ProposalLine | None) -> Ore:
    return NOTHING if line is None else line.amount


def _told(line: ProposalLine) -> tuple[int, Ore, str]:
    return line.place, line.amount, line.reason
