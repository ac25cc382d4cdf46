"""Benefits for research: every value that holds, kommune by kommune."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, decimal, same, whole
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_REVISION = whole(
    "revision",
    same("Revisjon"),
    Unit.NONE,
    Bilingual(
        "1 når verdien er slik den først ble registrert, høyere når den er rettet.",
        "1 når verdien er slik han først vart registrert, høgare når han er retta.",
    ),
)

BENEFITS = Table(
    "benefits",
    Bilingual("Gevinster", "Gevinstar"),
    Bilingual(
        "Én rad for hver verdi som gjelder, for hver kommune: nullpunkt, mål og målinger. Bare saker med "
        "vedtak som er sendt ut. Det kommunene skrev, er ikke med.",
        "Éi rad for kvar verdi som gjeld, for kvar kommune: nullpunkt, mål og målingar. Berre saker med "
        "vedtak som er sende ut. Det kommunane skreiv, er ikkje med.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        shared.CALL_YEAR,
        Column(
            "number",
            Bilingual("Kommunens nummer", "Nummeret til kommunen"),
            Kind.TEXT,
            Bilingual(
                "Kommunenummeret den dagen verdien gjelder. Andre enn kommuner har organisasjonsnummer.",
                "Kommunenummeret den dagen verdien gjeld. Andre enn kommunar har organisasjonsnummer.",
            ),
        ),
        Column(
            "benefit",
            same("Gevinst"),
            Kind.CODE,
            Bilingual(
                "Koden i gevinstkatalogen, eller prosjektets egen (P1, P2 …).",
                "Koden i gevinstkatalogen, eller prosjektet sin eigen (P1, P2 …).",
            ),
        ),
        Column(
            "indicator",
            same("Indikator"),
            Kind.CODE,
            Bilingual("Indikatorens kode.", "Koden til indikatoren."),
        ),
        Column(
            "indicator_kind",
            Bilingual("Hva indikatoren viser", "Kva indikatoren viser"),
            Kind.CODE,
            Bilingual(
                "change (at endringen er kommet) eller benefit (at gevinsten er kommet).",
                "change (at endringa er komen) eller benefit (at gevinsten er komen).",
            ),
        ),
        Column(
            "kind",
            Bilingual("Hva verdien er", "Kva verdien er"),
            Kind.CODE,
            same("nullpunkt, mal (mål) eller maling (måling)."),
        ),
        Column(
            "valid_on",
            Bilingual("Gjelder", "Gjeld"),
            Kind.DATE,
            Bilingual(
                "Dagen verdien ble målt, eller dagen målet skal være nådd.",
                "Dagen verdien vart målt, eller dagen målet skal vere nådd.",
            ),
        ),
        decimal(
            "value",
            same("Verdi"),
            Unit.NONE,
            Bilingual("Verdien, i indikatorens enhet.", "Verdien, i eininga til indikatoren."),
        ),
        Column(
            "grade",
            Bilingual("Hvor sikker verdien er", "Kor sikker verdien er"),
            Kind.CODE,
            Bilingual(
                "measured (målt), calculated (beregnet) eller estimated (anslått). Tom for mål.",
                "measured (målt), calculated (rekna ut) eller estimated (anslått). Tom for mål.",
            ),
        ),
        _REVISION,
    ),
    _REVISION,
    source=Bilingual("Gevinstregistrene i prosjektene.", "Gevinstregistera i prosjekta."),
)
