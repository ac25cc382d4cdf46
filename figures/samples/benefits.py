"""Sample follow-up reports: of a project with two kommuner, and of the whole scheme with every fylke."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from accounts.tilemap import Counted
from decisions.samples.frame import DATED, NOTICE, SCHEME, Size, head
from figures.samples.years import COUNTIES, MEASURES
from followup.benefits.chain import Chain, Named
from followup.benefits.report.document import (
    BenefitLine,
    BenefitReport,
    FigureLine,
    GroupLine,
    OverdueLine,
    Reach,
    RiskLine,
)
from followup.benefits.report.money import YearMoney
from followup.benefits.sheet import load_catalogue
from foundation.language import Bilingual
from foundation.letterhead import SheetHead
from foundation.money import Ore, kroner

KOMMUNER = (("03", "Oslo", 1), ("18", "Nordland", 41), ("46", "Vestland", 43))
"""Fylker of the tiles: number, name and how many kommuner."""
PROJECT = Bilingual("2026/00123 Felles journal i Fjordane", "2026/00123 Felles journal i Fjordane")
GOALS = (
    Named(
        "EM1",
        Bilingual(
            "Bedre journalløsninger og økt samhandling",
            "Betre journalløysingar og auka samhandling",
        ),
    ),
    Named(
        "EM3",
        Bilingual(
            "Enklere og bedre innførings- og endringsprosesser",
            "Enklare og betre innførings- og endringsprosessar",
        ),
    ),
)
LATE = Bilingual(
    "Opplæringen kom et halvt år senere enn planen.",
    "Opplæringa kom eit halvt år seinare enn planen.",
)
NOT_MEASURED = Bilingual("Ikke målt", "Ikkje målt")
MEASURED = Bilingual("Målt", "Målt")
ANNUAL = Bilingual("Årsrapport 2025", "Årsrapport 2025")
RISK = Bilingual("Få tar løsningen i bruk", "Få tek løysinga i bruk")
MITIGATION = Bilingual("Opplæring i hver kommune", "Opplæring i kvar kommune")
FACTOR = 40
THIS_YEAR = 2026


def benefit_report(size: Size, language: str) -> BenefitReport:
    """Give the report of a project, or at its worst of the whole scheme."""
    return _scheme(language) if size is Size.WORST else _project(language)


def _project(language: str) -> BenefitReport:
    return BenefitReport(
        head=_head(PROJECT.in_(language), Size.NORMAL, language),
        reach=Reach.PROJECT,
        scheme=SCHEME,
        subject=PROJECT.in_(language),
        taken="16. februar 2026 kl. 09:00:00",
        projects=1,
        kommuner=3,
        kommuner_with_baseline=2,
        years=_years(1),
        benefits=tuple(replace(one, realised=None) for one in _benefits(language, 1)),
        figures=_figures(language),
        chains=_chains(language)[1:3],
        risks=_risks(language, 1),
        overdue=(
            OverdueLine(
                case="2026/00123", project="Felles journal i Fjordane",
                kind=ANNUAL.in_(language), due_on=date(2026, 4, 1),
            ),
        ),
    )  # fmt: skip


def _scheme(language: str) -> BenefitReport:
    groups = tuple(_group(f"anskaffelse-{year}", year - 2020) for year in range(2024, 2029))
    return BenefitReport(
        head=_head(SCHEME, Size.WORST, language),
        reach=Reach.SCHEME,
        scheme=SCHEME,
        subject=SCHEME,
        taken="16. februar 2026 kl. 09:00:00",
        projects=118,
        kommuner=291,
        kommuner_with_baseline=207,
        years=_years(FACTOR),
        groups=groups,
        counties=tuple(_group(name, place) for place, name in enumerate(COUNTIES, start=1)),
        benefits=_benefits(language, FACTOR),
        chains=_chains(language),
        risks=_risks(language, 10),
        places=tuple(
            Counted(number=f"{number}{place:02}", name=f"Fjordvik {place}", county=county, count=place % 5)
            for number, county, municipalities in KOMMUNER
            for place in range(1, municipalities + 1)
        ),
    )  # fmt: skip


def _head(code: str, size: Size, language: str) -> SheetHead:
    return SheetHead(
        language=language, office=head(size, language).office, code=code, dated=DATED,
        notice=NOTICE.in_(language),
    )  # fmt: skip


def _years(factor: int) -> tuple[YearMoney, ...]:
    return tuple(
        YearMoney(
            year=year,
            granted=kroner(factor * 1_250_000),
            paid=kroner(factor * (1_250_000 if year < THIS_YEAR else 400_000)),
            spent=kroner(factor * (1_180_000 if year < THIS_YEAR else 0)),
        )
        for year in (2024, 2025, THIS_YEAR)
    )


def _group(name: str, place: int) -> GroupLine:
    granted = kroner(place * 12_345_678)
    return GroupLine(
        name=name, projects=place * 3, followed=place * 2, granted=granted,
        paid=Ore(granted // 2), spent=Ore(granted // 3),
    )  # fmt: skip


def _benefits(language: str, factor: int) -> tuple[BenefitLine, ...]:
    return tuple(
        BenefitLine(
            code=one.code, name=one.name.in_(language), projects=factor, kommuner=2 * factor,
            measured=factor, behind=factor // 3,
            realised=Decimal("0.81") - Decimal("0.22") * place,
        )
        for place, one in enumerate(load_catalogue().benefits)
    )  # fmt: skip


def _figures(language: str) -> tuple[FigureLine, ...]:
    indicator = next(one for one in load_catalogue().benefits[1].indicators if one.code == "G2-G1")
    name = f"{indicator.code} {indicator.name.in_(language)}"
    first = FigureLine(
        benefit="G2", indicator=name, kommune="Fjordvik", baseline="52 (10. januar 2024)",
        target="32 (31. desember 2026)", measured="44,5 (1. desember 2025)",
        grade=MEASURED.in_(language), realised=Decimal("0.375"), explanation=LATE.in_(language),
    )  # fmt: skip
    return (
        first,
        replace(first, kommune="Kárášjohka – Karasjok", realised=Decimal("0.9"), explanation=None),
        replace(
            first, kommune="Ålesund", measured=NOT_MEASURED.in_(language), grade="–",
            realised=None, explanation=None,
        ),
    )  # fmt: skip


def _chains(language: str) -> tuple[Chain, ...]:
    del language
    measures = [Named(one.nb.split()[0], Bilingual(one.nb[3:], one.nn[3:])) for one in MEASURES]
    by_code = {one.code: one for one in (*measures, *GOALS)}
    return tuple(
        Chain(
            Named(one.code, one.name),
            tuple(by_code[code] for code in one.measures),
            one.changes,
            tuple(by_code[code] for code in one.goals),
        )
        for one in load_catalogue().benefits
    )


def _risks(language: str, count: int) -> tuple[RiskLine, ...]:
    return tuple(
        RiskLine(
            case="2026/00123", benefit=f"G2 {load_catalogue().benefits[1].name.in_(language)}",
            text=RISK.in_(language), expected=Decimal(25 - place),
            mitigation=MITIGATION.in_(language), owner="Prosjektleder",
        )
        for place in range(count)
    )  # fmt: skip
