"""Sample follow-up reports."""

from datetime import date
from decimal import Decimal

from criteria.estimates import Against
from decisions.samples import texts
from decisions.samples.frame import SCHEME, Size, head, kommuner, lead, project
from followup.document import (
    AccountLine,
    ActivityProgress,
    BenefitMeasurement,
    ConditionStatus,
    CostBeside,
    FollowUpReport,
    YearFlow,
)
from followup.sentences import AGAINST_ESTIMATE
from foundation.language import Bilingual
from foundation.letterhead import Official
from foundation.money import Ore, kroner

SUMMARY = Bilingual(
    "Den nye journalløsningen er tatt i bruk i alle kommunene i samarbeidet. Opplæringen er gjennomført, "
    "og de første målingene viser at hjemmetjenesten bruker mindre tid på dobbeltføring.",
    "Den nye journalløysinga er teken i bruk i alle kommunane i samarbeidet. Opplæringa er gjennomført, "
    "og dei første målingane viser at heimetenesta bruker mindre tid på dobbeltføring.",
)
ACTIVITIES = (
    (
        Bilingual("Prosessendringer", "Prosessendringar"),
        Bilingual("Fullført", "Fullført"),
        Bilingual(
            "Felles rutiner for innleggelse og utskriving i alle kommunene.",
            "Felles rutinar for innlegging og utskriving i alle kommunane.",
        ),
        Bilingual(
            "Rutinene er vedtatt og tatt i bruk. De er delt på nettverkssamlingen i oktober.",
            "Rutinane er vedtekne og tekne i bruk. Dei er delte på nettverkssamlinga i oktober.",
        ),
        None,
    ),
    (
        Bilingual("Opplæring", "Opplæring"),
        Bilingual("Forsinket", "Forseinka"),
        Bilingual("Kurs for 640 ansatte før 1. juni.", "Kurs for 640 tilsette før 1. juni."),
        Bilingual("Kurs for 588 ansatte.", "Kurs for 588 tilsette."),
        Bilingual(
            "Kurset på nordsamisk ble flyttet til august fordi oversettelsen ble forsinket.",
            "Kurset på nordsamisk vart flytta til august fordi omsetjinga vart forseinka.",
        ),
    ),
)
BENEFITS = (
    (
        Bilingual("Mindre dobbeltføring", "Mindre dobbeltføring"),
        Bilingual("Tid på dokumentasjon per vakt", "Tid på dokumentasjon per vakt"),
        Bilingual("minutter", "minutt"),
        (Decimal(52), Decimal(35), Decimal("38.5")),
        None,
    ),
    (
        Bilingual("Færre feil i legemiddellister", "Færre feil i legemiddellister"),
        Bilingual("Avvik per 1000 pasienter", "Avvik per 1000 pasientar"),
        Bilingual("antall", "tal"),
        (Decimal("14.2"), Decimal(7), None),
        Bilingual(
            "Målingen venter på at legevakten får den nye versjonen.",
            "Målinga ventar på at legevakta får den nye versjonen.",
        ),
    ),
)
ACCOUNTS = (
    (Bilingual("Lønn til prosjektleder", "Lønn til prosjektleiar"), 450_000, 452_300),
    (Bilingual("Vikarer under opplæring", "Vikarar under opplæring"), 380_000, 341_775),
    (Bilingual("Innleid kompetanse", "Innleigd kompetanse"), 300_000, 287_500),
    (Bilingual("Test og godkjenning", "Test og godkjenning"), 120_000, 118_000),
)
STATUSES = (
    Bilingual("Oppfylt", "Oppfylt"),
    Bilingual("Delvis oppfylt", "Delvis oppfylt"),
    Bilingual("Ikke oppfylt", "Ikkje oppfylt"),
)
AUDIT = Bilingual(
    "Revisor har bekreftet regnskapet 20. mars 2027 uten merknader.",
    "Revisor har stadfesta rekneskapen 20. mars 2027 utan merknader.",
)
DEVIATIONS = Bilingual(
    "Vikarene kostet mindre enn ventet fordi to av kursene ble holdt digitalt.",
    "Vikarane kosta mindre enn venta fordi to av kursa vart haldne digitalt.",
)
EXPERIENCE = Bilingual(
    "Start med rutinene, ikke med systemet. Kommunene som ble enige om rutinene først, kom fortere i gang.",
    "Start med rutinane, ikkje med systemet. Kommunane som vart samde om rutinane først, kom fortare i "
    "gang.",
)
NEXT_STEPS = Bilingual(
    "Måle legemiddelavvik når legevakten er oppgradert, og dele kursmaterialet med nabokommunene.",
    "Måle legemiddelavvik når legevakta er oppgradert, og dele kursmaterialet med nabokommunane.",
)
LARGE = 123


def follow_up(size: Size, language: str) -> FollowUpReport:
    """Give a yearly report, or a final one with five years and large amounts."""
    worst = size is Size.WORST
    return FollowUpReport(
        head=head(size, language),
        kind=(
            Bilingual("Sluttrapport", "Sluttrapport")
            if worst
            else Bilingual("Årsrapport", "Årsrapport")
        ).in_(language),
        scheme=SCHEME,
        call=texts.CALL.in_(language),
        project=project(size, language),
        lead=lead(size),
        partners=tuple(f"{name} kommune" for name, _ in kommuner(size)),
        period_from=date(2024, 1, 1) if worst else date(2026, 1, 1),
        period_to=date(2028, 12, 31) if worst else date(2026, 12, 31),
        submitted_on=date(2027, 3, 30),
        submitted_by=Official(name="Ola Nordmann", title="kommunedirektør"),
        summary=(texts.LONG_REASON if worst else SUMMARY).in_(language),
        years=_years(size),
        activities=_activities(size, language),
        benefits=_benefits(size, language),
        accounts=_accounts(size, language),
        audit=AUDIT.in_(language),
        cost=_cost(size, language),
        conditions=_conditions(size, language),
        deviations=DEVIATIONS.in_(language),
        experience=EXPERIENCE.in_(language),
        next_steps=NEXT_STEPS.in_(language) if worst else None,
    )


def _years(size: Size) -> tuple[YearFlow, ...]:
    if size is Size.NORMAL:
        amounts = {2026: (2_400_000, 1_250_000, 937_500, 1_199_575), 2027: (800_000, 600_000, 0, 0)}
    else:
        amounts = {
            2024: (123_456_789, 98_765_432, 98_765_432, 87_654_321),
            2025: (23_456_789, 18_765_432, 18_765_432, 17_654_321),
            2026: (83_456_789, 78_765_432, 58_765_432, 57_654_321),
            2027: (3_456_789, 765_432, 65_432, 54_321),
            2028: (53_456_789, 0, 0, 0),
        }
    return tuple(
        YearFlow(
            year=year,
            asked=kroner(asked),
            granted=kroner(granted),
            paid=kroner(paid),
            spent=kroner(spent),
        )
        for year, (asked, granted, paid, spent) in amounts.items()
    )


def _activities(size: Size, language: str) -> tuple[ActivityProgress, ...]:
    return tuple(
        ActivityProgress(
            name=name.in_(language),
            status=status.in_(language),
            planned=planned.in_(language),
            done=done.in_(language),
            deviation=deviation.in_(language) if deviation else None,
        )
        for name, status, planned, done, deviation in ACTIVITIES * _times(size)
    )


def _benefits(size: Size, language: str) -> tuple[BenefitMeasurement, ...]:
    return tuple(
        BenefitMeasurement(
            name=name.in_(language),
            indicator=indicator.in_(language),
            unit=unit.in_(language),
            owner=lead(size),
            baseline=baseline,
            target=target,
            target_on=date(2027, 12, 31),
            measured=measured,
            measured_on=date(2026, 12, 1) if measured is not None else None,
            deviation=deviation.in_(language) if deviation else None,
        )
        for name, indicator, unit, (baseline, target, measured), deviation in BENEFITS
        * _times(size)
    )


def _cost(size: Size, language: str) -> CostBeside:
    """Give a cost that is above both estimates, or a little below the expected one."""
    worst = size is Size.WORST
    return CostBeside(
        cost=kroner(1_234_567_890 if worst else 4_650_000),
        expected=kroner(987_654_321 if worst else 4_900_000),
        upper=kroner(1_111_111_111) if worst else None,
        standing=AGAINST_ESTIMATE[Against.OVER_UPPER if worst else Against.UNDER].in_(language),
        difference=kroner(246_913_569 if worst else 250_000),
        percent=Decimal("25.0" if worst else "5.1"),
    )


def _accounts(size: Size, language: str) -> tuple[AccountLine, ...]:
    factor = LARGE if size is Size.WORST else 1
    return tuple(
        AccountLine(
            name=name.in_(language),
            budget=kroner(budget * factor),
            spent=Ore(kroner(spent * factor) + factor // LARGE),
        )
        for name, budget, spent in ACCOUNTS
    )


def _conditions(size: Size, language: str) -> tuple[ConditionStatus, ...]:
    chosen = texts.CONDITIONS if size is Size.WORST else texts.CONDITIONS[:3]
    return tuple(
        ConditionStatus(
            reference=f"V{place}",
            text=text.in_(language),
            status=STATUSES[(place - 1) % len(STATUSES)].in_(language),
            due_on=date(2026, 6, 1) if place in (2, 5) else None,
        )
        for place, text in enumerate(chosen, start=1)
    )


def _times(size: Size) -> int:
    return 6 if size is Size.WORST else 1
