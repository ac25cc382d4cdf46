"""The kommuner as tiles: each once, in its fylke, with its number; the same numbers in words."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from accounts.tilemap import PLACES, Counted, county_lines, tile_map
from foundation.charts import ChartError, Tile, TileBlock, TileChart, draw
from foundation.charts.svg import WIDTH

SVG = "{http://www.w3.org/2000/svg}"
LEGEND = ("0", "1", "2", "3+")


def kommuner(counts: Sequence[tuple[int, int]]) -> list[Counted]:
    """Make kommuner of fylke numbers and counts; their names are their places in the list."""
    return [
        Counted(number=f"{county:02}{place:02}", name=f"K{place}", county=f"F{county}", count=count)
        for place, (county, count) in enumerate(counts)
    ]


SOME = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 12)), min_size=1, max_size=60)


@given(SOME.map(kommuner))
def test_every_kommune_has_one_tile_that_no_other_stands_upon(all_of_them: list[Counted]) -> None:
    drawing = tile_map("tiles", all_of_them, "nn")
    assert drawing is not None
    svg = etree.fromstring(drawing.svg)
    tiles = [one for one in svg.iter(f"{SVG}rect") if one.find(f"{SVG}title") is not None]
    said = {(one.findtext(f"{SVG}title") or "")[:4] for one in tiles}
    assert said == {one.number for one in all_of_them}
    places = {(one.get("x"), one.get("y")) for one in tiles}
    assert len(places) == len(tiles) == len(all_of_them)
    _left, _top, width, height = (float(part) for part in svg.get("viewBox", "").split())
    assert width == WIDTH
    for one in tiles:
        assert 0 <= float(one.get("x", "")) <= width - float(one.get("width", ""))
        assert 0 <= float(one.get("y", "")) <= height - float(one.get("height", ""))
    written = [one.text for one in svg.findall(f"{SVG}g/{SVG}text")]
    counts = [one.count for one in all_of_them if one.count]
    assert sorted(written) == sorted(str(one) if one < 10 else "9+" for one in counts)
    lines = county_lines(all_of_them)
    assert sum(one.reached for one in lines) == len(counts)
    assert sum(one.municipalities for one in lines) == len(all_of_them)


def test_no_two_fylker_stand_in_the_same_place_and_all_of_2024_have_one() -> None:
    assert len(set(PLACES.values())) == len(PLACES) == 15


def test_the_table_names_who_is_counted_and_how_often() -> None:
    (line,) = county_lines(kommuner([(46, 1), (46, 0), (46, 3)]))
    assert (line.name, line.municipalities, line.reached, line.which) == ("F46", 3, 2, "K0, K2 (3)")
    assert tile_map("tiles", [], "nb") is None


@pytest.mark.parametrize("count", [-1, 1])
def test_what_cannot_be_drawn_is_refused(count: int) -> None:
    block = TileBlock(name="F", row=0, column=0, tiles=(Tile(said="1", count=count),))
    with pytest.raises(ChartError):
        draw(
            TileChart(
                identity="t", title="t", description="d", legend=LEGEND,
                blocks=(block,) if count < 0 else (block, block),
            )
        )  # fmt: skip
