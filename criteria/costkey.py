"""How those who take part divide the costs that they carry themselves (fordelingsnøkkel; inv. 189).

Amounts are øre. A part is a whole number of kroner, and the parts add up to the amount: what is left over
goes, a krone at a time, to those whose part was cut the most.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from foundation.money import ORE_PER_KRONE, Ore

WHOLE = 10_000
"""What percentages add up to, in hundredths of a percent."""


class CostKey(StrEnum):
    """What decides each one's part."""

    POPULATION = "population"
    EQUAL = "equal"
    CUSTOM = "custom"


class KeyProblem(StrEnum):
    """Why a key divides nothing."""

    NOBODY_LIVES_THERE = "key_nobody_lives_there"
    PERCENT_MISSING = "key_percent_missing"
    NOT_WHOLE = "key_not_whole"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who carries a part. `percent`: what is agreed, in hundredths; None: nothing is."""

    number: int
    inhabitants: int
    percent: int | None = None


def problem(key: CostKey, members: Sequence[Member]) -> KeyProblem | None:
    """Tell why a key divides nothing among these; None: it does."""
    if key is CostKey.POPULATION and not any(one.inhabitants for one in members):
        return KeyProblem.NOBODY_LIVES_THERE
    if key is CostKey.CUSTOM:
        if any(one.percent is None for one in members):
            return KeyProblem.PERCENT_MISSING
        if sum(one.percent or 0 for one in members) != WHOLE:
            return KeyProblem.NOT_WHOLE
    return None


def weights(key: CostKey, members: Sequence[Member]) -> dict[int, int]:
    """Give how much each one counts, by its number."""
    match key:
        case CostKey.POPULATION:
            return {one.number: one.inhabitants for one in members}
        case CostKey.EQUAL:
            return {one.number: 1 for one in members}
        case CostKey.CUSTOM:
            return {one.number: one.percent or 0 for one in members}


def divided(amount: Ore, weighed: Mapping[int, int]) -> dict[int, Ore]:
    """Divide an amount by how much each one counts, by largest remainder; øre go with the first krone left.

    Of two that were cut alike, the one that counts the most comes first, then the lowest number. Raises
    ValueError when nobody counts, or the amount is below nothing.
    """
    whole = sum(weighed.values())
    if amount < 0 or whole <= 0:
        raise ValueError("nothing to divide by, or less than nothing to divide")
    crowns, loose = divmod(amount, ORE_PER_KRONE)
    parts = {one: crowns * weight // whole for one, weight in weighed.items()}
    order = sorted(weighed, key=lambda one: (-(crowns * weighed[one] % whole), -weighed[one], one))
    for one in order[: crowns - sum(parts.values())]:
        parts[one] += 1
    found = {one: Ore(part * ORE_PER_KRONE) for one, part in parts.items()}
    found[order[0]] = Ore(found[order[0]] + loose)
    return found
