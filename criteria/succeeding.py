"""What a kommune that has ended owed and was owed, divided among those that took it over. Amounts are øre.

Inndelingslova: rights and duties of a kommune that is merged or split are carried on by the new ones. How a
split divides them is agreed between the kommuner; here it is typed in whole percent.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from criteria.sharing import shares
from foundation.money import Ore

WHOLE = 100
"""What the shares must add up to."""


class SuccessionRefusal(StrEnum):
    """Why a case cannot be passed on."""

    NOT_ENDED = "kommune_not_ended"
    NOT_A_SUCCESSOR = "not_a_successor"
    NO_SHARE = "successor_without_a_share"
    SHARES_NOT_WHOLE = "shares_not_whole"
    IN_A_BATCH = "succession_in_a_batch"
    OVER = "succession_over"


def problem(
    weights: Mapping[int, int], main: int, successors: Collection[int]
) -> SuccessionRefusal | None:
    """Tell why a case cannot be divided so; None: it can. `main` is who carries the case on."""
    checks = (
        (SuccessionRefusal.NOT_ENDED, not successors),
        (SuccessionRefusal.NOT_A_SUCCESSOR, not {main, *weights} <= set(successors)),
        (SuccessionRefusal.NO_SHARE, min(weights.values(), default=0) < 0),
        (SuccessionRefusal.NO_SHARE, weights.get(main, 0) <= 0),
        (SuccessionRefusal.SHARES_NOT_WHOLE, sum(weights.values()) != WHOLE),
    )
    return next((why for why, is_so in checks if is_so), None)


def evenly(ones: Collection[int], main: int) -> dict[int, int]:
    """Give the shares where there is nothing to divide: the same to each that takes part."""
    each = WHOLE // len({main, *ones})
    found = dict.fromkeys(sorted({main, *ones}), each)
    return found | {main: WHOLE - each * (len(found) - 1)}


def divided(parts: Sequence[Ore], weights: Mapping[int, int], main: int) -> list[dict[int, Ore]]:
    """Divide each part by the shares, to whole øre; what is left over is the main one's.

    Each part adds up to what it was, so that the case does too. Who gets nothing of a part is left out of it.
    """
    asked = {one: Ore(weight) for one, weight in weights.items()}
    return [
        {one: share for one, share in shares(amount, asked, main).items() if share}
        for amount in parts
    ]


def taken(amount: Ore, has: Mapping[int, Ore]) -> dict[int, Ore]:
    """Take an amount from several in proportion to what each has, to whole øre, and never more than it has.

    Raises ValueError when they have less together.
    """
    whole = sum(has.values())
    if not 0 <= amount <= whole:
        raise ValueError("more than there is")
    parts = {one: amount * there // whole if whole else 0 for one, there in has.items()}
    left = amount - sum(parts.values())
    for one in sorted(has, key=lambda each: (-has[each], each)):
        more = min(left, has[one] - parts[one])
        parts[one], left = parts[one] + more, left - more
    return {one: Ore(part) for one, part in parts.items() if part}


def apart(
    rows: Mapping[int, Ore], columns: Mapping[int, Ore], main: int
) -> dict[int, dict[int, Ore]]:
    """Spread what each has over what the whole is made of, in proportion, to whole øre.

    `rows`: what each has; `columns`: the years or parts of the same whole. Both add up in what is given: the
    others take theirs in turn from what is left, and `main` has the rest. Raises ValueError where they
    have more than there is.
    """
    left, found = dict(columns), dict[int, dict[int, Ore]]()
    for one, amount in rows.items():
        if one != main:
            found[one] = taken(amount, left)
            left = {key: Ore(there - found[one].get(key, 0)) for key, there in left.items()}
    return found | {main: {key: there for key, there in left.items() if there}}


Passed = tuple[int, Mapping[int, int]]
"""Who ended, and the percent of it that each successor took over."""


def weights(lead: int, passed: Sequence[Passed]) -> dict[int, int]:
    """Give what each has of a case's money after it has been passed on some times, as whole weights.

    `lead` is who had all of it at first. Who has none of it is not in it.
    """
    found = {lead: 1}
    for former, percents in passed:
        had = found.pop(former, 0)
        found = {one: weight * WHOLE for one, weight in found.items()}
        for one, percent in percents.items():
            found[one] = found.get(one, 0) + had * percent
    return {one: weight for one, weight in found.items() if weight}
