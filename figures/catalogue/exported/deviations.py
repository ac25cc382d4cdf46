"""What a controller should look at: money and reports that did not go as decided."""

from enum import StrEnum

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, money
from figures.catalogue.tables import Table
from foundation.language import Bilingual


class Deviation(StrEnum):
    """What went otherwise than decided."""

    LATE_INSTALMENT = "late_instalment"
    LEFT_OVER = "left_over"
    REPORT_OVERDUE = "report_overdue"
    UNUSED = "unused"
    RETURNED = "returned"
    CLAIM_OVERDUE = "claim_overdue"
    CORRECTED = "corrected"


_AMOUNT = money(
    "amount",
    Bilingual("Beløp", "Beløp"),
    Bilingual(
        "Beløpet avviket gjelder, med fortegn for rettede posteringer. Null der avviket ikke er et "
        "beløp.",
        "Beløpet avviket gjeld, med forteikn for retta posteringar. Null der avviket ikkje er eit "
        "beløp.",
    ),
)

DEVIATIONS = Table(
    "deviations",
    Bilingual("Avvik", "Avvik"),
    Bilingual(
        "Det som ikke er gått som vedtatt: rater som har vært forfalt i mer enn 30 dager, rater fra "
        "tidligere år som ikke er betalt, rapporter som ikke er sendt innen fristen, tilskudd som "
        "er betalt ut og ikke brukt, og som verken er overført til neste år, krevd eller betalt "
        "tilbake, betalinger i retur som ikke er undersøkt, krav som ikke er betalt innen fristen, "
        "og posteringer som er rettet.",
        "Det som ikkje har gått som vedteke: ratar som har vore forfalne i meir enn 30 dagar, ratar "
        "frå tidlegare år som ikkje er betalte, rapportar som ikkje er sende innan fristen, tilskot "
        "som er betalt ut og ikkje brukt, og som verken er overført til neste år, kravd eller betalt "
        "tilbake, betalingar i retur som ikkje er undersøkte, krav som ikkje er betalte innan "
        "fristen, og posteringar som er retta.",
    ),
    (
        Column(
            "deviation",
            Bilingual("Avvik", "Avvik"),
            Kind.CODE,
            Bilingual("Hva avviket er.", "Kva avviket er."),
        ),
        shared.CASE_NUMBER,
        shared.LEAD,
        shared.BUDGET_YEAR,
        _AMOUNT,
        Column(
            "since",
            Bilingual("Siden", "Sidan"),
            Kind.DATE,
            Bilingual(
                "Dagen raten forfalt, fristen for rapporten eller kravet, dagen rapporten ble "
                "godkjent, dagen betalingen kom i retur, eller dagen rettelsen ble bokført. Tomt for "
                "rater som ikke er forfalt.",
                "Dagen raten forfall, fristen for rapporten eller kravet, dagen rapporten vart "
                "godkjend, dagen betalinga kom i retur, eller dagen rettinga vart bokført. Tomt for "
                "ratar som ikkje er forfalne.",
            ),
        ),
    ),
    _AMOUNT,
)
