"""Made-up content for the component page."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from foundation import clock, words
from foundation.charts import BarChart, Series, Tile, TileBlock, TileChart
from foundation.money import kroner


class Stage(StrEnum):
    """States for the tags of the component page."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REFUSED = "refused"


words.register(
    {
        Stage.DRAFT: _l("Utkast"),
        Stage.SUBMITTED: _l("Innsendt"),
        Stage.APPROVED: _l("Innvilget"),
        Stage.REFUSED: _l("Avslått"),
    }
)
STAGE_COLOURS = {Stage.SUBMITTED: "info", Stage.APPROVED: "success", Stage.REFUSED: "danger"}

TILE_COUNTS = {"Nord": (0, 1, 2, 0), "Sør": (3, 1, 0)}


def rows() -> list[dict[str, object]]:
    """Give rows for a table."""
    return [
        {
            "name": name,
            "project": project,
            "asked": kroner(asked),
            "points": points,
            "stage": stage,
            "on": date(2026, 1, day),
        }
        for name, project, asked, points, stage, day in (
            (
                "Bergen",
                gettext("Felles anskaffelse av pasientjournal"),
                4_250_000,
                87.5,
                Stage.APPROVED,
                12,
            ),
            (
                "Kárášjohka – Karasjok",
                gettext("Innføring av ny journalfunksjonalitet i tre kommuner"),
                1_900_000,
                71.25,
                Stage.SUBMITTED,
                14,
            ),
            (
                "Ålesund",
                gettext("Samordnet innføring på Sunnmøre"),
                12_000_000,
                54.0,
                Stage.REFUSED,
                15,
            ),
            ("Øygarden", gettext("Nettverk for velferdsteknologi"), 640_000, None, Stage.DRAFT, 15),
        )
    ]


def events() -> list[dict[str, object]]:
    """Give events for a timeline, newest first."""
    return [
        {"at": moment, "text": text, "by": by, "note": note}
        for moment, text, by, note in (
            (
                datetime(2026, 1, 20, 9, 5, tzinfo=clock.OSLO),
                gettext("Søknaden er tatt til behandling"),
                gettext("Saksbehandler"),
                None,
            ),
            (
                datetime(2026, 1, 15, 23, 59, tzinfo=clock.OSLO),
                gettext("Søknaden er sendt inn"),
                gettext("Søker"),
                gettext("Saksnummer 2026/00123"),
            ),
            (
                datetime(2025, 12, 1, 8, 30, tzinfo=clock.OSLO),
                gettext("Søknaden er opprettet"),
                gettext("Søker"),
                None,
            ),
        )
    ]


def tiles() -> TileChart:
    """Give squares in two blocks, counted from never to often."""
    return TileChart(
        identity="sample-tiles",
        title=gettext("Kommuner som er med i tilskudd"),
        description=gettext("Kommuner som er med i tilskudd"),
        legend=("0", "1", "2", "3"),
        blocks=tuple(
            TileBlock(
                name=name, row=0, column=column,
                tiles=tuple(Tile(said=f"{name}: {count}", count=count) for count in counts),
            )
            for column, (name, counts) in enumerate(TILE_COUNTS.items())
        ),
    )  # fmt: skip


def tile_rows() -> list[dict[str, str | int]]:
    """Give the table that belongs to the squares."""
    return [
        {
            "name": name,
            "municipalities": len(counts),
            "reached": sum(count > 0 for count in counts),
            "which": "",
        }
        for name, counts in TILE_COUNTS.items()
    ]


def chart() -> BarChart:
    """Give a chart of amounts per year."""
    return BarChart(
        identity="sample-chart",
        title=gettext("Søkt om og innvilget per år"),
        description=gettext("Søkt om og innvilget beløp i millioner kroner for tre år."),
        unit=gettext("mill. kr"),
        groups=("2024", "2025", "2026"),
        series=(
            Series(name=gettext("Søkt om"), values=(Decimal(330), Decimal(210), Decimal(95))),
            Series(name=gettext("Innvilget"), values=(Decimal(57), Decimal(64), Decimal(48))),
        ),
    )
