"""The socio-economic analysis: the draft's tables come out as printed, and what differs has its reason."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.economics import (
    DISCOUNTED_TO,
    Inputs,
    Introduction,
    Level,
    Line,
    Reading,
    Reason,
    Table,
    TaxBase,
    Verdict,
    Worth,
    break_even,
    cells,
    discount_factor,
    own_reading,
    ranking,
    realised,
    swings,
    worked_out,
)
from figures.economics.draft import the_draft

DRAFT = the_draft()
TINY = Decimal("1e-15")
BEFORE_2020 = 422
"""Kommuner before the reform of 2020: the number that the draft's figure for each kommune fits."""

amounts = st.decimals(0, 500, places=1)
inputs = st.builds(
    Inputs,
    grant=st.decimals(1, 200, places=1),
    network=amounts,
    investment=amounts,
    operation=amounts,
    procurement=amounts,
    introduction=amounts,
    introduction_in_table=amounts,
    suppliers=amounts,
    purchasing=amounts,
    share=st.decimals("0.01", 1, places=2),
)
readings = st.builds(
    Reading,
    rate=st.decimals(0, "0.10", places=2),
    tax=st.decimals(0, "0.50", places=2),
    discounted_to=st.sampled_from(DISCOUNTED_TO),
    introduction=st.sampled_from(Introduction),
    with_suppliers=st.booleans(),
    tax_base=st.sampled_from(TaxBase),
)


@pytest.mark.parametrize("table", Table)
def test_each_table_comes_out_as_printed_when_it_is_read_as_it_was_made(table: Table) -> None:
    found = [one for one in cells(DRAFT.printed, DRAFT.inputs, own_reading(table)) if one.table is table]
    assert found
    assert {one.verdict for one in found} <= {Verdict.AGREES, Verdict.ROUNDED}
    assert not any(one.reasons for one in found)


def test_only_sums_of_rounded_figures_are_rounding() -> None:
    usual = [
        (one.table, one.line, one.level)
        for one in cells(DRAFT.printed, DRAFT.inputs, Reading())
        if one.verdict is Verdict.ROUNDED
    ]
    assert usual == [
        (Table.COSTS, Line.COSTS, Level.TWO),
        (Table.TOGETHER, Line.COSTS, Level.TWO),
        (Table.TOGETHER, Line.BENEFITS, Level.THREE),
        (Table.TOGETHER, Line.NET, Level.TWO),
        (Table.TOGETHER, Line.NET, Level.THREE),
    ]


def test_with_the_tables_figure_for_introduction_the_third_level_does_not_pay() -> None:
    reading = Reading(introduction=Introduction.TABLE)
    changed = {
        one.line: round(one.difference, 1)
        for one in cells(DRAFT.printed, DRAFT.inputs, reading)
        if one.table is Table.TOGETHER and one.verdict is Verdict.DEVIATES
    }
    assert changed == {
        Line.EFFICIENCY: Decimal("-57.0"),
        Line.TAX_GAIN: Decimal("-11.0"),
        Line.BENEFITS: Decimal("-67.7"),
        Line.NET: Decimal("-67.7"),
    }
    assert round(worked_out(DRAFT.inputs[Level.THREE], reading)[Line.NET], 1) == Decimal("-64.7")


@pytest.mark.parametrize(
    ("year", "base", "introduction", "suppliers"),
    [*product(DISCOUNTED_TO, TaxBase, Introduction, (True, False))],
)
def test_whatever_deviates_has_a_reason(
    year: int, base: TaxBase, introduction: Introduction, suppliers: object
) -> None:
    reading = Reading(
        discounted_to=year, tax_base=base, introduction=introduction, with_suppliers=bool(suppliers)
    )
    for one in cells(DRAFT.printed, DRAFT.inputs, reading):
        assert one.reasons or one.verdict is not Verdict.DEVIATES
        own = own_reading(one.table)
        back = {reason.value: getattr(own, reason.value) for reason in one.reasons}
        again = next(
            other
            for other in cells(DRAFT.printed, DRAFT.inputs, replace(reading, **back))
            if (other.table, other.line, other.level) == (one.table, one.line, one.level)
        )
        assert again.verdict is not Verdict.DEVIATES


def test_the_drafts_break_even_is_of_level_two_in_five_years_and_422_municipalities() -> None:
    even = break_even(DRAFT.inputs[Level.TWO], Reading(), municipalities=BEFORE_2020)
    # The draft divides the printed 116, which is one more than its inputs give.
    assert round(even.a_year_of_grants + Decimal(1) / 5, 1) == DRAFT.million_a_year
    assert even.kroner_a_municipality is not None
    printed = DRAFT.million_a_year / even.a_year_of_grants * even.kroner_a_municipality
    assert round(printed, -3) == DRAFT.kroner_a_municipality
    assert break_even(DRAFT.inputs[Level.THREE], Reading(), municipalities=1).lacking == 0
    assert break_even(DRAFT.inputs[Level.ONE], Reading(), municipalities=0).kroner_a_municipality is None


def test_a_krone_of_grant_gives_what_is_printed() -> None:
    given_back = tuple(
        round(break_even(one, Reading(), municipalities=1).benefit_of_a_krone, 1)
        for one in DRAFT.inputs.values()
    )
    assert given_back == DRAFT.benefit_of_a_krone


def test_the_levels_are_ranked_as_printed_by_what_has_no_price() -> None:
    worths = {
        level: [one.worths[place] for one in DRAFT.effects] for place, level in enumerate(Level)
    }
    assert tuple(ranking(worths).values()) == DRAFT.unpriced_ranking
    assert set(ranking({level: [Worth.SMALL] for level in Level}).values()) == {1}


@given(inputs, readings)
def test_the_grant_itself_cancels_out(one: Inputs, reading: Reading) -> None:
    """Net is all else, and what the grant costs in taxes (the closed form)."""
    found = worked_out(one, reading)
    saved = found[Line.EFFICIENCY] + found[Line.PURCHASING]
    taxed = found[Line.INVESTMENT]
    if reading.tax_base is TaxBase.ALL_COSTS:
        taxed += one.operation + found[Line.GRANT]
    net = (1 + reading.tax) * saved + found[Line.SUPPLIERS]
    net -= found[Line.INVESTMENT] + one.operation + reading.tax * taxed
    assert abs(found[Line.NET] - net) < TINY


@given(inputs, readings)
def test_what_is_lacking_is_just_enough(one: Inputs, reading: Reading) -> None:
    even = break_even(one, reading, municipalities=357)
    factor = discount_factor(reading.rate, 2024, 2030, reading.discounted_to)
    assert abs(even.a_year_of_effects * factor - even.lacking) < TINY
    assert even.a_year_of_grants * 5 == even.lacking
    assert (even.lacking == 0) == (worked_out(one, reading)[Line.NET] >= 0)


@given(inputs, readings)
def test_swings_hold_the_net_between_their_ends(one: Inputs, reading: Reading) -> None:
    net = worked_out(one, reading)[Line.NET]
    found = swings(one, reading)
    assert all(swing.lower - TINY <= net <= swing.upper + TINY for swing in found)
    assert [swing.width for swing in found] == sorted((s.width for s in found), reverse=True)


@given(st.decimals(0, "0.2", places=3), st.sampled_from(DISCOUNTED_TO))
def test_a_year_later_is_worth_one_rate_less(rate: Decimal, year: int) -> None:
    nearer = discount_factor(rate, 2024, 2028, year + 1)
    assert abs(nearer - discount_factor(rate, 2024, 2028, year) * (1 + rate)) < TINY


@given(st.dictionaries(st.integers(2022, 2032), amounts), readings)
def test_what_is_paid_goes_through_the_formulas_of_the_plan(
    paid: dict[int, Decimal], reading: Reading
) -> None:
    years = list(realised(paid, DRAFT.inputs, reading))
    assert sum(one.paid for one in years) == sum(paid.values())
    assert {2024, 2025, 2026, 2027, 2028} <= {one.year for one in years}
    for level, stated in DRAFT.inputs.items():
        planned = sum(one.planned_present[level] for one in years)
        assert abs(planned - worked_out(stated, reading)[Line.GRANT]) < TINY
    if set(paid) <= set(range(2024, 2029)) and reading.tax_base is TaxBase.ALL_COSTS:
        whole = sum(one.present for one in years)
        assert abs(sum(one.tax_cost for one in years) - reading.tax * whole) < TINY


def test_every_choice_of_a_reading_is_a_reason() -> None:
    assert {one.value for one in Reason} == set(Reading.__slots__)
