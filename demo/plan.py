"""Which rounds the demonstration plays, when, and how far each of them has come.

The round of 2024 is calibrated on the public figures of the scheme's first round: 179 applications that
asked for 331.6 million kroner, of which 66 got 56.7 million together. Everything else is made up, and so
are all names, texts, marks and amounts of single cases.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from foundation.money import NOTHING, Ore, kroner


class Stage(IntEnum):
    """How far a round is played."""

    OPEN = 1
    RECEIVED = 2
    ASSESSED = 3
    DECIDED = 4
    FOLLOWED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One call and what happens in it. Amounts in øre, dates in Oslo."""

    code: str
    sheet: str
    title_nb: str
    title_nn: str
    opens_on: date
    closes_on: date
    first_year: int
    last_year: int
    frame: Ore
    applications: int
    winners: int
    asked_by_winners: Ore
    asked_by_others: Ore
    share_percent: int
    stage: Stage
    drafts: int = 0
    declines: int = 11
    """Every n-th award is declined."""
    complained_of: bool = False
    supplement: Ore = NOTHING
    """An extra frame that is found when the round has been decided."""

    @property
    def decided_on(self) -> date:
        """The day that decisions are signed and published: a month after the deadline."""
        return self.closes_on + timedelta(days=32)


APPLICATIONS_2024 = 179
AWARDED_2024 = 66
SHARE_2024 = 45
FRAME_2024 = kroner(56_700_000)
ASKED_2024 = kroner(331_600_000)
ASKED_BY_WINNERS_2024 = kroner(126_000_000)  # 45 % of it is the frame to the øre
UNIT = kroner(20_000)


def rounds(as_of: date, applications: int) -> tuple[Round, ...]:
    """Give the rounds as they stand on a date; `applications` is the size of the large one."""
    return (
        _first(applications), _second(), _received(as_of), _under_decision(as_of), *_open(as_of),
    )


def _first(applications: int) -> Round:
    winners = max(1, round(applications * AWARDED_2024 / APPLICATIONS_2024))
    by_winners = _scaled(ASKED_BY_WINNERS_2024, winners, AWARDED_2024)
    return Round(
        code="innforing-2024",
        sheet="innforing-2027",
        title_nb="Innføring av ny journalfunksjonalitet 2024",
        title_nn="Innføring av ny journalfunksjonalitet 2024",
        opens_on=date(2024, 1, 2),
        closes_on=date(2024, 1, 15),
        first_year=2024,
        last_year=2025,
        frame=Ore(by_winners * SHARE_2024 // 100),
        applications=applications,
        winners=winners,
        asked_by_winners=by_winners,
        asked_by_others=_scaled(
            Ore(ASKED_2024 - ASKED_BY_WINNERS_2024),
            applications - winners, APPLICATIONS_2024 - AWARDED_2024,
        ),
        share_percent=SHARE_2024,
        stage=Stage.FOLLOWED,
    )


def _second() -> Round:
    return Round(
        code="anskaffelse-2025",
        sheet="anskaffelse-2027",
        title_nb="Samordning av anskaffelser av journalløsninger 2025",
        title_nn="Samordning av innkjøp av journalløysingar 2025",
        opens_on=date(2024, 11, 15),
        closes_on=date(2025, 1, 15),
        first_year=2025,
        last_year=2026,
        frame=kroner(14_500_000),
        applications=16,
        winners=9,
        asked_by_winners=kroner(15_600_000),
        asked_by_others=kroner(11_200_000),
        share_percent=100,
        stage=Stage.FOLLOWED,
        declines=5,
        complained_of=True,
        supplement=kroner(2_000_000),
    )


def _received(as_of: date) -> Round:
    closes_on = as_of - timedelta(days=12)
    return Round(
        code=f"anskaffelse-host-{as_of.year}",
        sheet="anskaffelse-2027",
        title_nb=f"Samordning av anskaffelser av journalløsninger, høsten {as_of.year}",
        title_nn=f"Samordning av innkjøp av journalløysingar, hausten {as_of.year}",
        opens_on=closes_on - timedelta(days=60),
        closes_on=closes_on,
        first_year=_year(as_of, 1),
        last_year=_year(as_of, 2),
        frame=kroner(9_000_000),
        applications=12,
        winners=6,
        asked_by_winners=kroner(9_600_000),
        asked_by_others=kroner(8_000_000),
        share_percent=100,
        stage=Stage.RECEIVED,
    )


def _under_decision(as_of: date) -> Round:
    closes_on = as_of - timedelta(days=40)
    return Round(
        code=f"innforing-host-{as_of.year}",
        sheet="innforing-2027",
        title_nb=f"Innføring av ny journalfunksjonalitet, høsten {as_of.year}",
        title_nn=f"Innføring av ny journalfunksjonalitet, hausten {as_of.year}",
        opens_on=closes_on - timedelta(days=60),
        closes_on=closes_on,
        first_year=_year(as_of, 0),
        last_year=_year(as_of, 1),
        frame=kroner(12_000_000),
        applications=14,
        winners=7,
        asked_by_winners=kroner(15_000_000),
        asked_by_others=kroner(12_600_000),
        share_percent=80,
        stage=Stage.ASSESSED,
    )


def _open(as_of: date) -> tuple[Round, ...]:
    year = _year(as_of, 1)
    return tuple(
        Round(
            code=f"{measure}-{year}",
            sheet=f"{measure}-2027",
            title_nb=nb.format(year=year),
            title_nn=nn.format(year=year),
            opens_on=as_of - timedelta(days=20),
            closes_on=as_of + timedelta(days=54),
            first_year=year,
            last_year=_year(as_of, 2),
            frame=frame,
            applications=submitted,
            winners=submitted + drafts,
            asked_by_winners=Ore((submitted + drafts) * kroner(1_800_000)),
            asked_by_others=Ore(0),
            share_percent=100 if measure == "anskaffelse" else 80,
            stage=Stage.OPEN,
            drafts=drafts,
        )
        for measure, nb, nn, frame, submitted, drafts in (
            (
                "anskaffelse", "Samordning av anskaffelser av journalløsninger {year}",
                "Samordning av innkjøp av journalløysingar {year}", kroner(20_000_000), 2, 3,
            ),
            (
                "innforing", "Innføring av ny journalfunksjonalitet {year}",
                "Innføring av ny journalfunksjonalitet {year}", kroner(40_000_000), 3, 3,
            ),
        )
    )


def _year(as_of: date, later: int) -> int:
    """Keep the years of a call within the scheme's own."""
    return min(max(as_of.year + later, 2024), 2028)


def _scaled(amount: Ore, part: int, whole: int) -> Ore:
    """Scale a calibrated amount to a smaller round, in whole units."""
    return Ore(amount * part // whole // UNIT * UNIT)
