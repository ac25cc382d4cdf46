"""Sample reports of a budget year, in an everyday year and in one with large amounts and every fylke."""

from dataclasses import replace

from decisions.samples.frame import DATED, NOTICE, SCHEME, Size, head
from figures.catalogue.yearfigures import YEAR_FIGURES
from figures.yearly.document import (
    GrantedLine,
    InterestLine,
    ReportLine,
    ReportPart,
    YearReport,
    YearSums,
)
from foundation.language import Bilingual
from foundation.letterhead import SheetHead
from foundation.money import NOTHING, Ore, kroner

COUNTIES = (
    "Agder", "Akershus", "Buskerud", "Finnmark – Finnmárku – Finmarkku", "Innlandet",
    "Møre og Romsdal", "Nordland – Nordlánnda", "Oslo", "Rogaland", "Telemark",
    "Troms – Romsa – Tromssa", "Trøndelag – Trööndelage", "Vestfold", "Vestland", "Østfold",
)  # fmt: skip
MEASURES = (
    Bilingual("T1 Samordning av anskaffelser", "T1 Samordning av anskaffingar"),
    Bilingual("T2 Innføring og endring", "T2 Innføring og endring"),
    Bilingual("T3 Nettverk", "T3 Nettverk"),
    Bilingual("T4 Godkjenningsordning", "T4 Godkjenningsordning"),
    Bilingual("T5 Standarder", "T5 Standardar"),
)
POST = Bilingual(
    "Kap. 701 post 60: tilskudd til helseteknologi", "Kap. 701 post 60: tilskot til helseteknologi"
)
NETWORK_POST = Bilingual("Kap. 701 post 73: nettverk i KS", "Kap. 701 post 73: nettverk i KS")
ASSUMPTION = Bilingual(
    "Alle rater i budsjettåret som ikke er utbetalt, blir utbetalt før 31. desember.",
    "Alle ratar i budsjettåret som ikkje er utbetalte, blir utbetalte før 31. desember.",
)
SUM = Bilingual("Sum", "Sum")
FEW = 3


def year_report(size: Size, language: str) -> YearReport:
    """Give the report of 2026."""
    worst = size is Size.WORST
    counties = COUNTIES if worst else COUNTIES[:FEW]
    measures = [one.in_(language) for one in (MEASURES if worst else MEASURES[:2])]
    factor = 9 if worst else 1
    by_county = _part(
        [(name, place) for place, name in enumerate(counties, start=1)], factor, language
    )
    total = by_county.total
    return YearReport(
        head=SheetHead(
            language=language,
            office=head(size, language).office,
            code="Budsjettåret 2026",
            dated=DATED,
            notice=NOTICE.in_(language),
        ),
        scheme=SCHEME,
        year=2026,
        taken="16. februar 2026 kl. 09:00:00",
        taken_by="Kari Kontroller",
        granted=(
            GrantedLine(
                name=POST.in_(language),
                appropriated=Ore(total.committed + kroner(40_000_000)),
                committed=total.committed,
            ),
            GrantedLine(
                name=NETWORK_POST.in_(language), appropriated=kroner(15_000_000), committed=NOTHING
            ),
        ),
        posts=_whole(POST.in_(language), total),
        calls=_whole("anskaffelse-2026 Journalløsninger", total),
        measures=_divided(measures, total),
        counties=by_county,
        years=tuple(
            YearSums(
                year=year,
                appropriated=kroner(100_000_000),
                committed=Ore(total.committed // (year - 2022)),
                paid=Ore(total.paid // (year - 2022)),
            )
            for year in range(2024, 2029)
        ),
        assumptions=(ASSUMPTION.in_(language),),
        definitions=tuple(
            (one.name.in_(language), one.definition.in_(language)) for one in YEAR_FIGURES
        ),
        joint_grants=len(counties),
        joint_committed=total.committed,
        off=kroner(1) if worst else NOTHING,
        interest=InterestLine(charged=Ore(98_630), paid=Ore(65_000), written_off=NOTHING)
        if worst
        else None,
    )


def _part(names: list[tuple[str, int]], factor: int, language: str) -> ReportPart:
    lines = tuple(_line(name, place * factor) for name, place in names)
    return ReportPart(
        lines=lines,
        total=ReportLine(
            name=SUM.in_(language),
            committed=Ore(sum(one.committed for one in lines)),
            paid=Ore(sum(one.paid for one in lines)),
            overdue=Ore(sum(one.overdue for one in lines)),
            expected=Ore(sum(one.expected for one in lines)),
        ),
    )


def _line(name: str, times: int) -> ReportLine:
    return ReportLine(
        name=name,
        committed=kroner(1_234_500 * times),
        paid=kroner(604_000 * times),
        overdue=kroner(100_500 * times),
        expected=kroner(1_100_000 * times),
    )


def _whole(name: str, total: ReportLine) -> ReportPart:
    return ReportPart(lines=(replace(total, name=name),), total=total)


def _divided(names: list[str], total: ReportLine) -> ReportPart:
    """Let the first have half of it all, the next half of what is left, and the last the rest."""
    lines, left = [], total
    for name in names[:-1]:
        half = replace(
            left,
            name=name,
            committed=Ore(left.committed // 2),
            paid=Ore(left.paid // 2),
            overdue=Ore(left.overdue // 2),
            expected=Ore(left.expected // 2),
        )
        lines.append(half)
        left = replace(
            left,
            committed=Ore(left.committed - half.committed),
            paid=Ore(left.paid - half.paid),
            overdue=Ore(left.overdue - half.overdue),
            expected=Ore(left.expected - half.expected),
        )
    return ReportPart(lines=(*lines, replace(left, name=names[-1])), total=total)
