from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from criteria.budget import (
    Breach,
    BudgetProblem,
    Line,
    Source,
    Totals,
    asked_for_unsupported,
    by_partner,
    by_year,
    own_share,
    problems,
    totals,
)
from foundation.money import NOTHING, Ore, kroner
from tests.criteria.strategies import budget_lines

YEARS = range(2024, 2029)
PARTNERS = frozenset({1, 2})


def line(
    amount: int, source: Source = Source.GRANT, *, year: int = 2024, partner: int = 1,
    supported: bool = True,
) -> Line:  # fmt: skip
    return Line(year, partner, "T1-A1", source, kroner(amount), supported)


BUDGET = (
    line(600, year=2025),
    line(400, year=2024, partner=2),
    line(150, Source.OWN_FUNDING),
    line(50, Source.OWN_EFFORT, partner=2),
    line(300, Source.OTHER_PUBLIC),
)


def test_lines_add_up_by_who_pays() -> None:
    assert totals(BUDGET) == Totals(
        asked=kroner(1000),
        own_funding=kroner(150),
        own_effort=kroner(50),
        other_public=kroner(300),
        total=kroner(1500),
    )


def test_an_empty_budget_adds_up_to_nothing() -> None:
    assert totals(()) == Totals(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)


def test_years_come_in_order_and_only_where_the_source_pays() -> None:
    assert list(by_year(BUDGET, Source.GRANT).items()) == [
        (2024, kroner(400)),
        (2025, kroner(600)),
    ]


def test_partners_come_in_order_with_their_own_sums() -> None:
    parts = by_partner(BUDGET[::-1])
    assert list(parts) == [1, 2]
    assert (parts[2].asked, parts[2].own_effort) == (kroner(400), kroner(50))


def test_what_state_kommuner_and_others_carry_is_the_whole_cost() -> None:
    found = totals(BUDGET)
    parts = (found.asked, found.own, found.other_public)
    assert sum(parts) == found.total
    assert found.share(found.asked) == Decimal(found.asked) / Decimal(found.total)
    assert found.share(found.total) == 1
    assert totals(()).share(NOTHING) is None


def test_own_money_and_own_effort_make_the_own_share() -> None:
    assert own_share(BUDGET) == Decimal("13.33")


def test_the_own_share_is_never_rounded_up_to_a_limit() -> None:
    nearly = (line(8_000_001), line(1_999_999, Source.OWN_FUNDING))
    assert own_share(nearly) == Decimal("19.99")


def test_nothing_budgeted_is_no_share() -> None:
    assert own_share(()) == 0


def test_a_sound_budget_has_no_problems() -> None:
    assert problems(BUDGET, YEARS, PARTNERS) == ()


def test_each_problem_is_named_with_its_line() -> None:
    bad = Line(2029, 9, "purchase", Source.GRANT, Ore(100), supported=False)
    negative = Line(2024, 1, "T1-A1", Source.OWN_FUNDING, Ore(-1), supported=True)
    assert problems((bad, negative), YEARS, PARTNERS) == (
        Breach(BudgetProblem.YEAR_OUTSIDE_PERIOD, bad),
        Breach(BudgetProblem.UNSUPPORTED_ACTIVITY_FROM_GRANT, bad),
        Breach(BudgetProblem.NOT_PARTNER, bad),
        Breach(BudgetProblem.NEGATIVE_AMOUNT, negative),
    )


def test_a_line_of_nothing_is_no_problem() -> None:
    nothing = line(0, supported=False)
    assert problems((*BUDGET, nothing), YEARS, PARTNERS) == ()


def test_a_budget_that_asks_for_nothing_is_a_problem_of_the_whole() -> None:
    own_only = (line(100, Source.OWN_FUNDING),)
    assert problems(own_only, YEARS, PARTNERS) == (Breach(BudgetProblem.NOTHING_ASKED, None),)


def test_the_partners_may_pay_for_the_purchase_themselves() -> None:
    purchase = line(900, Source.OWN_FUNDING, supported=False)
    assert problems((*BUDGET, purchase), YEARS, PARTNERS) == ()
    assert asked_for_unsupported((*BUDGET, purchase)) == NOTHING


@given(budget_lines)
def test_years_and_partners_add_up_to_the_whole(lines: list[Line]) -> None:
    whole = totals(lines)
    assert sum(by_year(lines, Source.GRANT).values()) == whole.asked
    assert sum(part.total for part in by_partner(lines).values()) == whole.total


@given(budget_lines.flatmap(lambda lines: st.tuples(st.just(lines), st.permutations(lines))))
def test_the_order_of_the_lines_changes_no_sum(both: tuple[list[Line], list[Line]]) -> None:
    lines, turned = both
    assert totals(turned) == totals(lines)
    assert by_partner(turned) == by_partner(lines)
    assert own_share(turned) == own_share(lines)


@given(budget_lines)
def test_every_line_with_a_wrong_year_is_found(lines: list[Line]) -> None:
    found = [
        breach.line
        for breach in problems(lines, YEARS, PARTNERS)
        if breach.problem is BudgetProblem.YEAR_OUTSIDE_PERIOD
    ]
    assert found == [one for one in lines if one.year not in YEARS]
