"""Whose a joint grant is: divided among those who take part by what was asked for each of them.

A grant to several is one case, paid to the lead (domenet, 1.5). To tell what each kommune has in all, it is
divided here; the parts add up to the grant, so that no grant is counted twice. Amounts are øre.
"""

from collections.abc import Mapping, Sequence

from foundation.money import Ore


def shares(amount: Ore, asked: Mapping[int, Ore], lead: int) -> dict[int, Ore]:
    """Divide an amount in proportion to what was asked for each, in whole øre; the rest is the lead's.

    Where nothing was asked for anybody, all of it is the lead's. The amount may be negative.
    """
    who = [lead, *(one for one in sorted(asked) if one != lead)]
    parts = shares_in_order(amount, [max(asked.get(one, 0), 0) for one in who], 0)
    return dict(zip(who, parts, strict=True))


def shares_in_order(amount: Ore, asked: Sequence[int], lead: int) -> list[Ore]:
    """Divide as `shares` does, among those that stand in a row; `lead`: the lead's place. None asked below 0.

    A table for research divides some hundred thousand cases.
    """
    whole = sum(asked)
    if not whole or not amount:
        parts = [Ore(0)] * len(asked)
    elif amount > 0:
        parts = [Ore(amount * weight // whole) for weight in asked]
    else:
        parts = [Ore(-(-amount * weight // whole)) for weight in asked]
    parts[lead] = Ore(parts[lead] + amount - sum(parts))
    return parts
