"""Norway as tiles: one of equal size for each kommune, under its fylke, with how often it is counted.

A schematic figure, not geography. No free borders of the kommuner can be shipped, and none are invented:
the fylker stand in a grid that was laid by hand, roughly from north to south and west to east, and the
kommuner of a fylke by their numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.queries import municipalities
from foundation.charts import Drawing, Tile, TileBlock, TileChart, draw
from foundation.language import Bilingual

PLACES: dict[str, tuple[int, int]] = {
    "55": (0, 2), "56": (0, 3),
    "18": (1, 1),
    "50": (2, 1),
    "15": (3, 0), "34": (3, 2),
    "46": (4, 0), "33": (4, 1), "32": (4, 2), "03": (4, 3),
    "11": (5, 0), "40": (5, 1), "39": (5, 2), "31": (5, 3),
    "42": (6, 1),
}  # fmt: skip
"""Row and column of each fylke of 2024, by its number. Others stand in rows of their own below."""
BELOW, ACROSS = 7, 4

_TITLE = Bilingual(
    "Rutekart: kommuner som er med, fylke for fylke",
    "Rutekart: kommunar som er med, fylke for fylke",
)
_LEGEND = (
    Bilingual("Ikke med", "Ikkje med"),
    Bilingual("Med i 1", "Med i 1"),
    Bilingual("Med i 2", "Med i 2"),
    Bilingual("Med i 3 eller flere", "Med i 3 eller fleire"),
)
_SUM = Bilingual("{name}: {reached} av {all} kommuner.", "{name}: {reached} av {all} kommunar.")
_TILE = Bilingual("{number} {name}: med i {count}", "{number} {name}: med i {count}")
_OUTSIDE = Bilingual("{number} {name}: ikke med", "{number} {name}: ikkje med")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A kommune and how often it is counted."""

    number: str
    name: str
    county: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyLine:
    """The kommuner of a fylke: how many, and which of them are counted, with how often if more than once."""

    name: str
    municipalities: int
    reached: int
    which: str


def counted(counts: Mapping[int, int], on: date) -> list[Counted]:
    """Give every kommune that exists on a day with its count, by organisation. Two queries."""
    return [
        Counted(
            number=one.number,
            name=one.name,
            county=one.county_name,
            count=counts.get(one.organisation_id, 0),
        )
        for one in municipalities(on)
    ]


def county_lines(kommuner: Iterable[Counted]) -> list[CountyLine]:
    """Add the kommuner up by fylke, in the order of their numbers: the table that stands beside the tiles."""
    return [_line(found) for found in _by_county(kommuner).values()]


def tile_map(identity: str, kommuner: Sequence[Counted], language: str) -> Drawing | None:
    """Draw the kommuner; None when there are none."""
    by_county = _by_county(kommuner)
    if not by_county:
        return None
    lines = {county: _line(found) for county, found in by_county.items()}
    places = _places(by_county)
    return draw(
        TileChart(
            identity=identity,
            title=_TITLE.in_(language),
            description=" ".join(_said(one, language) for one in lines.values()),
            legend=tuple(one.in_(language) for one in _LEGEND),
            blocks=tuple(
                TileBlock(
                    name=f"{lines[county].name} {lines[county].reached}/{len(found)}",
                    row=places[county][0],
                    column=places[county][1],
                    tiles=tuple(_tile(one, language) for one in found),
                )
                for county, found in by_county.items()
            ),
        )
    )


def _by_county(kommuner: Iterable[Counted]) -> dict[str, list[Counted]]:
    """Group kommuner by the first two digits of their numbers, which are those of the fylke."""
    found: dict[str, list[Counted]] = {}
    for one in sorted(kommuner, key=lambda each: each.number):
        found.setdefault(one.number[:2], []).append(one)
    return found


def _places(counties: Iterable[str]) -> dict[str, tuple[int, int]]:
    others = [county for county in counties if county not in PLACES]
    below = {
        county: (BELOW + place // ACROSS, place % ACROSS) for place, county in enumerate(others)
    }
    return PLACES | below


def _line(found: Sequence[Counted]) -> CountyLine:
    reached = [one for one in found if one.count]
    return CountyLine(
        name=found[0].county,
        municipalities=len(found),
        reached=len(reached),
        which=", ".join(
            one.name if one.count == 1 else f"{one.name} ({one.count})"
            for one in reached
        ),
    )


def _said(line: CountyLine, language: str) -> str:
    return _SUM.in_(language).format(
        name=line.name, reached=line.reached, all=line.municipalities
    )


def _tile(one: Counted, language: str) -> Tile:
    said = (_TILE if one.count else _OUTSIDE).in_(language)
    return Tile(
        said=said.format(number=one.number, name=one.name, count=one.count),
        count=one.count,
    )
