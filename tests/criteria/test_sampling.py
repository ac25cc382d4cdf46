from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.sampling import (
    Coverage,
    RiskFacts,
    RiskSign,
    RiskTerm,
    SampleError,
    draw,
    lots_of,
    signs_of,
)
from foundation.money import kroner

TERMS = {
    RiskSign.LARGE_GRANT: RiskTerm(2, kroner(1_000_000)),
    RiskSign.MANY_PARTNERS: RiskTerm(1, 5),
    RiskSign.REPORT_LATE: RiskTerm(3),
    RiskSign.REPORT_RETURNED: RiskTerm(0),
}
QUIET = RiskFacts(kroner(10), 1, late=False, returned=False, changed=False, account_changed=False)
populations = st.dictionaries(
    st.from_regex(r"20[0-9]{2}/[0-9]{5}", fullmatch=True), st.integers(1, 6), min_size=1, max_size=9
)


def test_the_lots_can_be_made_again_by_hand() -> None:
    first, second = draw("7 12 19", {"2026/1": 2, "2026/2": 1}, 1)
    lots = {
        case: min(sha256(f"7 12 19/{case}/{n}".encode()).hexdigest() for n in range(number))
        for case, number in (("2026/1", 2), ("2026/2", 1))
    }
    assert [(one.case, one.key) for one in (first, second)] == sorted(
        lots.items(), key=lambda one: one[1]
    )


@given(seed=st.text(min_size=1).filter(str.strip), lots=populations)
def test_a_draw_holds_everybody_once_whatever_order_they_came_in(
    seed: str, lots: dict[str, int]
) -> None:
    drawn = draw(seed, lots, 1)
    assert sorted(one.case for one in drawn) == sorted(lots)
    backwards = dict(reversed(lots.items()))
    assert draw(seed, backwards, len(lots)) == drawn


@given(lots=populations)
def test_more_lots_never_move_a_case_back(lots: dict[str, int]) -> None:
    case = min(lots)
    before = [one.case for one in draw("frø", lots, 1)].index(case)
    after = [one.case for one in draw("frø", lots | {case: lots[case] + 3}, 1)].index(case)
    assert after <= before


def test_three_lots_come_first_three_times_as_often() -> None:
    firsts = Counter(draw(f"frø {n}", {"a": 3, "b": 1}, 1)[0].case for n in range(2000))
    assert 0.71 < firsts["a"] / 2000 < 0.79


@pytest.mark.parametrize(("seed", "lots", "size"), [
    ("", {"a": 1}, 1), (" ", {"a": 1}, 1), ("x", {}, 1), ("x", {"a": 1}, 2), ("x", {"a": 1}, 0),
    ("x", {"a": 0}, 1),
])  # fmt: skip
def test_what_cannot_be_drawn_is_refused(seed: str, lots: dict[str, int], size: int) -> None:
    with pytest.raises(SampleError):
        draw(seed, lots, size)


def test_signs_begin_at_their_limit_and_what_has_no_points_is_no_sign() -> None:
    assert signs_of(QUIET, TERMS) == ()
    risky = RiskFacts(
        kroner(1_000_000), 5, late=True, returned=True, changed=True, account_changed=True
    )
    found = signs_of(risky, TERMS)
    assert found == (RiskSign.LARGE_GRANT, RiskSign.MANY_PARTNERS, RiskSign.REPORT_LATE)
    assert lots_of(found, TERMS) == 7
    assert lots_of((), TERMS) == 1


def test_coverage_is_rounded_down_and_nothing_of_nothing_is_nothing() -> None:
    assert Coverage(2, 3).percent == 66
    assert Coverage(0, 0).percent == 0
