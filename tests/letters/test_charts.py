"""The charts: the same picture on page and paper, by attributes alone."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from followup.document import YearFlow
from followup.moneychart import money_chart
from foundation.charts import (
    EDGE,
    FILLS,
    HEIGHT,
    INK,
    BarChart,
    ChangeChart,
    Changed,
    ChartError,
    Range,
    RangeChart,
    Series,
    Share,
    ShareChart,
    change_picture,
    draw,
    picture,
    range_picture,
    share_picture,
)
from foundation.charts.svg import WIDTH
from foundation.money import Ore, kroner

CHART = BarChart(
    identity="money",
    title="Søkt & <innvilget>",
    description="2026: søkt 2,00, innvilget 1,00.",
    unit="mill. kr",
    groups=("2026", "2027"),
    series=(
        Series(name="Søkt", values=(Decimal("2.00"), Decimal("0.50"))),
        Series(name="Innvilget", values=(Decimal("1.00"), Decimal(0))),
    ),
)


def drawn(chart: BarChart = CHART) -> Element:
    return picture(chart)


def bars(svg: Element) -> list[Element]:
    """Give the bars, not the squares of the legend."""
    return [rect for rect in svg.iter("rect") if rect.get("y") != "6"]


def words(svg: Element) -> list[str]:
    return [text.text or "" for text in svg.iter("text")]


def test_bars_are_as_high_as_their_values() -> None:
    heights = [Decimal(bar.get("height", "")) for bar in bars(drawn())]
    assert heights[0] == heights[2] * 2 == heights[1] * 4
    assert heights[3] == 0


def test_every_bar_says_its_value_with_the_decimals_it_was_given() -> None:
    assert words(drawn()) == [
        "Søkt", "Innvilget", "mill. kr", "2,00", "0,50", "1,00", "0", "2026", "2027",
    ]  # fmt: skip


def test_nothing_is_drawn_outside_the_picture() -> None:
    for rect in drawn().iter("rect"):
        assert Decimal(rect.get("y", "")) >= 0
        assert Decimal(rect.get("y", "")) + Decimal(rect.get("height", "")) <= HEIGHT


def test_it_is_named_and_described_for_those_who_do_not_see_it() -> None:
    svg = drawn()
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "money-title money-description"
    title, description = svg.find("title"), svg.find("desc")
    assert title is not None
    assert (title.get("id"), title.text) == ("money-title", "Søkt & <innvilget>")
    assert description is not None
    assert description.text == "2026: søkt 2,00, innvilget 1,00."


def test_a_strict_content_policy_lets_it_through() -> None:
    svg = drawn()
    assert {element.tag for element in svg.iter()} == {
        "svg", "title", "desc", "rect", "line", "text",
    }  # fmt: skip
    names = {name for element in svg.iter() for name in element.attrib}
    assert not [name for name in names if name == "style" or name.startswith("on")]


def test_the_bars_can_be_told_apart_on_a_grey_print() -> None:
    shades = [_lightness(fill) for fill in FILLS]
    steps = [lighter - darker for lighter, darker in pairwise(shades)]
    assert min(steps) > 0.1
    assert _lightness(EDGE) < 0.2
    assert _lightness(INK) < 0.2


def _lightness(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_chart_of_nothing_is_a_line_with_noughts() -> None:
    nothing = replace(CHART, series=(Series(name="Søkt", values=(Decimal(0), Decimal(0))),))
    assert {bar.get("height") for bar in bars(drawn(nothing))} == {"0"}


@pytest.mark.parametrize(
    "series",
    [
        (),
        CHART.series * 3,
        (Series(name="Søkt", values=(Decimal(1),)),),
        (Series(name="Søkt", values=(Decimal(1), Decimal(-1))),),
    ],
    ids=["none", "too many", "too short", "negative"],
)
def test_what_cannot_be_drawn_is_refused(series: tuple[Series, ...]) -> None:
    with pytest.raises(ChartError):
        replace(CHART, series=series)


def test_a_chart_without_groups_is_refused() -> None:
    with pytest.raises(ChartError):
        replace(CHART, groups=())


def test_markup_in_words_stays_words() -> None:
    assert "Søkt &amp; &lt;innvilget&gt;" in draw(CHART).svg


def a_year(year: int, *amounts: int) -> YearFlow:
    asked, granted, paid, spent = (kroner(amount) for amount in amounts)
    return YearFlow(year=year, asked=asked, granted=granted, paid=paid, spent=spent)


@pytest.mark.parametrize(
    ("highest", "unit", "label"),
    [
        (123_456_789, "mill. kr", "123"),
        (12_345_678, "mill. kr", "12,3"),
        (1_234_567, "mill. kr", "1,23"),
        (999_999, "1000 kr", "1\u00a0000"),
        (99_500, "1000 kr", "99,5"),
    ],
)
def test_money_is_shown_in_a_unit_that_fits_over_the_bar(
    highest: int, unit: str, label: str
) -> None:
    said = money_chart([a_year(2026, highest, 0, 0, 0)], "nb").svg
    assert f">{unit}<" in said
    assert f">{label}<" in said


def test_the_money_is_also_told_in_words() -> None:
    years = [a_year(2026, 200, 100, 50, 0)]
    svg = money_chart(years, "nn").svg
    assert (
        "2026: søkt 200\u00a0kr, innvilga 100\u00a0kr, utbetalt 50\u00a0kr, brukt 0\u00a0kr." in svg
    )


def test_a_year_of_nothing_is_drawn() -> None:
    nothing = YearFlow(year=2026, asked=Ore(0), granted=Ore(0), paid=Ore(0), spent=Ore(0))
    assert "<svg" in money_chart([nothing], "nb").__html__()


CHANGES = ChangeChart(
    identity="turned",
    title="Før og etter",
    description="Tallene står i tabellen.",
    unit="mill. kr",
    before="Før",
    after="Etter",
    rows=(
        Changed(name="2026/00001 Fjell", before=Decimal("2.00"), after=Decimal(0)),
        Changed(name="2026/00002 " + "Vik " * 20, before=Decimal(0), after=Decimal("1.00")),
    ),
)
SHARES = ShareChart(
    identity="rates",
    title="Andeler",
    description="Tallene står i tabellen.",
    rows=(
        Share(
            name="Små",
            share=Decimal("0.5"),
            said="2 av 4",
            interval=(Decimal("0.1"), Decimal("0.9")),
        ),
        Share(name="Store", share=Decimal(0), said="0 av 9"),
    ),
)


def test_what_was_is_a_ring_and_what_is_a_disc_at_their_values() -> None:
    dots = list(change_picture(CHANGES).iter("circle"))
    before, after = dots[0::2], dots[1::2]
    assert {dot.get("fill") for dot in before} == {"#ffffff"}
    assert {dot.get("fill") for dot in after} == {EDGE}
    first, second = before[1:]
    assert (
        Decimal(first.get("cx", ""))
        > Decimal(after[2].get("cx", ""))
        > Decimal(second.get("cx", ""))
    )
    assert after[1].get("cx") == second.get("cx")  # both are nothing


def test_a_row_says_both_values_and_cuts_a_long_name() -> None:
    said = words(change_picture(CHANGES))
    assert said[:3] == ["Før", "Etter", "mill. kr"]
    assert said[3:5] == ["2026/00001 Fjell", "2,00 → 0"]
    assert said[5].endswith("…")


def test_a_share_is_as_long_as_it_is_and_its_interval_lies_about_it() -> None:
    svg = share_picture(SHARES)
    half, none = (Decimal(bar.get("width", "")) for bar in bars(svg))
    assert none == 0
    axis = list(svg.iter("line"))[-1]
    interval = next(svg.iter("line"))
    start = Decimal(axis.get("x1", ""))
    low, high = (Decimal(interval.get(end, "")) - start for end in ("x1", "x2"))
    assert low * 5 == half
    assert high * 5 == half * 9
    assert words(svg)[:5] == [f"{part}\u00a0%" for part in (0, 25, 50, 75, 100)]


@pytest.mark.parametrize(
    "svg", [change_picture(CHANGES), share_picture(SHARES)], ids=["changes", "shares"]
)
def test_rows_stay_inside_and_are_named_described_and_without_style(svg: Element) -> None:
    height = Decimal(svg.get("viewBox", "").split()[-1])
    for one in svg.iter():
        assert "style" not in one.attrib
        for name in ("x", "x1", "x2", "cx"):
            assert 0 <= Decimal(one.get(name, "0")) <= WIDTH
        for name in ("y", "y1", "y2", "cy"):
            assert 0 <= Decimal(one.get(name, "0")) <= height
    assert [one.tag for one in svg][:2] == ["title", "desc"]


def test_rows_that_cannot_be_drawn_are_refused() -> None:
    with pytest.raises(ChartError):
        replace(CHANGES, rows=())
    with pytest.raises(ChartError):
        replace(CHANGES, rows=(Changed(name="", before=Decimal(-1), after=Decimal(1)),))
    with pytest.raises(ChartError):
        replace(SHARES, rows=())
    with pytest.raises(ChartError):
        replace(SHARES, rows=(Share(name="", share=Decimal("1.1"), said=""),))


RANGES = RangeChart(
    identity="swings",
    title="Utslag",
    description="Tallene står i tabellen.",
    unit="mill. kr",
    middle=Decimal(4),
    middle_name="nå",
    rows=(
        Range(name="Renten", lower=Decimal("-6.0"), upper=Decimal("4.0")),
        Range(name="Prisen", lower=Decimal("2.0"), upper=Decimal("6.0")),
    ),
)


def test_a_range_stands_between_its_ends_also_below_zero() -> None:
    drawn = range_picture(RANGES)
    first, second = drawn.iter("rect")
    starts = [Decimal(one.get("x", "")) for one in (first, second)]
    widths = [Decimal(one.get("width", "")) for one in (first, second)]
    assert round(widths[0] / widths[1], 2) == Decimal("2.5")
    middle, zero = (Decimal(one.get("x1", "")) for one in drawn.iter("line"))
    assert starts[0] + widths[0] == middle
    assert starts[0] < zero < starts[1] < middle
    assert "−6,0 – 4,0" in draw(RANGES).svg


def test_a_range_that_ends_before_it_begins_is_no_chart() -> None:
    wrong = Range(name="Feil", lower=Decimal(1), upper=Decimal(0))
    with pytest.raises(ChartError):
        replace(RANGES, rows=(wrong,))
