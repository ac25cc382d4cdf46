from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from criteria.systems import InUse, Told, landscapes
from foundation.saying import compared

NAMES = st.sampled_from(("Alfa", "alfa ", "Beta", "BETA", "Gamma", "Delta", " "))
TOLD = st.lists(
    st.builds(Told, st.integers(1, 6), st.integers(2024, 2027), st.lists(NAMES, max_size=4).map(tuple)),
    max_size=12,
).map(lambda found: sorted(found, key=lambda one: one.year))


@given(TOLD)
def test_every_year_stands_and_every_use_is_counted_once(told: list[Told]) -> None:
    found = landscapes(told, 2028)
    assert [one.year for one in found] == (list(range(told[0].year, 2029)) if told else [])
    for one in found:
        assert one.uses == sum(len(each.organisations) for each in one.systems)
        users = frozenset[int]().union(*(each.organisations for each in one.systems))
        assert one.organisations == len(users)
        assert one.alone <= one.organisations
        assert one.on_leading <= one.organisations
        assert len({compared(each.name) for each in one.systems}) == len(one.systems)
        assert (one.each is None) == (one.leading_share is None) == (one.organisations == 0)


def test_a_kommune_counts_with_the_newest_that_it_has_told() -> None:
    told = [
        Told(1, 2025, ("Alfa", "Beta")), Told(2, 2025, ("alfa",)), Told(3, 2026, ("Gamma",)),
        Told(1, 2027, ("Alfa",)),
    ]  # fmt: skip
    first, second, third = landscapes(told, 2027)
    assert (first.organisations, first.uses, first.each, first.alone) == (2, 3, Decimal("1.5"), 1)
    assert first.systems == (InUse("Alfa", frozenset({1, 2})), InUse("Beta", frozenset({1})))
    assert (second.organisations, len(second.systems), second.alone) == (3, 3, 2)
    assert (third.uses, third.alone, third.each) == (3, 3, Decimal("1.0"))


def test_the_three_most_used_are_held_against_all_who_have_told() -> None:
    one, *_rest = landscapes(
        [Told(number, 2026, (name,)) for number, name in enumerate("aaabbccde", start=1)], 2026
    )
    assert [each.name for each in one.systems] == ["a", "b", "c", "d", "e"]
    assert (one.on_leading, one.leading_share) == (7, 7 / 9)


def test_who_names_nothing_has_told_of_nothing() -> None:
    (one,) = landscapes([Told(1, 2026, (" ", ""))], 2026)
    assert (one.organisations, one.each, one.leading_share, one.systems) == (0, None, None, ())
