"""Interest on what is paid late: by days, to whole øre, and none without a rate."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from criteria.interest import Moved, Rate, Stretch, stretches, total
from foundation.money import NOTHING, Ore, kroner

DUE = date(2026, 6, 30)
NEW_YEAR = date(2026, 1, 1)
TWELVE = Rate(NEW_YEAR, 1200)
CLAIM = [Moved(DUE, kroner(100_000))]


def test_a_hundred_thousand_at_twelve_percent_for_thirty_days() -> None:
    (one,) = stretches(CLAIM, [], [TWELVE], DUE + timedelta(days=30))
    assert (one.first, one.days) == (date(2026, 7, 1), 30)
    assert one.interest == Ore(98_630)  # 100 000 · 0.12 · 30 / 365 = 986.301…


def test_half_an_ore_is_rounded_upwards() -> None:
    def interest(overdue: int) -> Ore:
        return Stretch(DUE, DUE, Ore(overdue), 100).interest

    assert [interest(18_249), interest(18_250), interest(54_750)] == [0, 1, 2]  # 0.49…, 0.5, 1.5


def test_a_payment_counts_from_the_day_after_and_a_new_rate_from_its_day() -> None:
    paid = [Moved(date(2026, 7, 10), kroner(40_000)), Moved(date(2026, 7, 20), kroner(60_000))]
    rates = [Rate(date(2026, 7, 16), 600), TWELVE]
    found = stretches(CLAIM, paid, rates, date(2026, 12, 31))
    assert found == (
        Stretch(date(2026, 7, 1), date(2026, 7, 10), kroner(100_000), 1200),
        Stretch(date(2026, 7, 11), date(2026, 7, 15), kroner(60_000), 1200),
        Stretch(date(2026, 7, 16), date(2026, 7, 20), kroner(60_000), 600),
    )
    assert total(found) == sum(one.interest for one in found)


def test_no_rate_no_interest_and_none_before_the_rate_holds_or_after_it_is_nought() -> None:
    until = date(2026, 12, 31)
    assert stretches(CLAIM, [], [], until) == ()
    late = [Rate(date(2026, 8, 1), 1000), Rate(date(2026, 9, 1), 0)]
    (one,) = stretches(CLAIM, [], late, until)
    assert (one.first, one.last) == (date(2026, 8, 1), date(2026, 8, 31))


days = st.integers(0, 400).map(lambda more: DUE + timedelta(days=more))
moved = st.lists(st.builds(Moved, days, st.integers(1, 10**9).map(Ore)), max_size=4)


@given(moved, moved, days, st.integers(1, 3000))
def test_stretches_never_overlap_and_paying_earlier_never_costs_more(
    due: list[Moved], settled: list[Moved], until: date, points: int
) -> None:
    rates = [Rate(NEW_YEAR, points)]
    found = stretches(due, settled, rates, until)
    assert all(one.last < after.first for one, after in pairwise(found))
    assert all(one.overdue > 0 and one.days > 0 and one.last <= until for one in found)
    everything = Moved(DUE, Ore(sum(one.amount for one in due)))
    assert total(stretches(due, [everything], rates, until)) == NOTHING
    # A stretch is rounded by half an øre at most.
    slack = len(stretches(due, [], rates, until)) + len(found)
    assert total(found) <= total(stretches(due, [], rates, until)) + slack


@given(moved, moved, days, days)
def test_what_is_charged_until_a_day_and_what_runs_after_it_are_all_days_once(
    due: list[Moved], settled: list[Moved], charged: date, until: date
) -> None:
    rates = [Rate(NEW_YEAR, 1200), Rate(DUE + timedelta(days=50), 900)]
    charged, until = sorted((charged, until))
    before = stretches(due, settled, rates, charged)
    after = stretches(due, settled, rates, until, after=charged)
    whole = stretches(due, settled, rates, until)
    assert all(one.first > charged for one in after)
    assert sum(one.days for one in (*before, *after)) == sum(one.days for one in whole)
    assert abs(total([*before, *after]) - total(whole)) <= 1  # one stretch is rounded twice
