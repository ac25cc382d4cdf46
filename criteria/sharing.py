"""Whose a joint grant is: divided among those who take part by what was asked for each of them.

A grant to several is one case, paid to the lead (domenet, 1.5). To tell what each kommune has in all, it is
divided here; the parts add up to the grant, so that no grant is counted twice. Amounts are øre.
"""

from collections.abc import Mapping

from foundation.money import Ore


def shares(amount: Ore, asked: Mapping[int, Ore], lead: int) -> dict[int, Ore]:
    """Divide an amount in proportion to what was asked for each, in whole øre; the rest is the lead's.

    Where nothing was asked for anybody, all of it is the lead's. The amount may be negative.
    """
    weights = {one: weight for one, weight in asked.items() if weight > 0}
    whole = sum(weights.values())
    parts = {
        one: Ore(abs(amount) * weight // whole * (1 if amount >= 0 else -1))
        for one, weight in sorted(weights.items())
    }
    parts = dict.fromkeys([lead, *sorted(asked)], Ore(0)) | parts
    parts[lead] = Ore(parts[lead] + amount - sum(parts.values()))
    return parts
