from hypothesis import given
from hypothesis import strategies as st

from criteria.sharing import shares
from foundation.money import NOTHING, Ore

AMOUNTS = st.integers(-10_000_000, 10_000_000).map(Ore)
ASKED = st.dictionaries(st.integers(1, 9), st.integers(0, 5_000_000).map(Ore), max_size=6)


@given(AMOUNTS, ASKED, st.integers(1, 9))
def test_the_parts_are_the_grant_and_nobody_gets_the_other_way(
    amount: Ore, asked: dict[int, Ore], lead: int
) -> None:
    parts = shares(amount, asked, lead)
    assert sum(parts.values()) == amount
    assert parts.keys() == {lead, *asked}
    assert all(part * amount >= 0 for part in parts.values())
    for one, part in parts.items():
        if one != lead and not asked.get(one, NOTHING):
            assert part == 0


def test_a_joint_grant_follows_what_was_asked_and_the_lead_has_the_rest() -> None:
    asked = {1: Ore(100), 2: Ore(100), 3: Ore(100)}
    assert shares(Ore(1_000), asked, lead=2) == {1: 333, 2: 334, 3: 333}
    assert shares(Ore(1_000), {1: NOTHING}, lead=2) == {1: 0, 2: 1_000}
