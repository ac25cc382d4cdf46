"""Handovers of benefits for research: who has answered for each since when, after the kommune itself."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, same, whole
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_ORDER = whole(
    "order",
    Bilingual("Overføring nummer", "Overføring nummer"),
    Unit.NONE,
    Bilingual(
        "1 for den første gangen gevinsten ble overført i kommunen, 2 for den neste. Den høyeste som "
        "gjelder, forteller hvem som har ansvaret nå.",
        "1 for den første gongen gevinsten vart overført i kommunen, 2 for den neste. Den høgaste som "
        "gjeld, fortel kven som har ansvaret no.",
    ),
)

HANDOVERS = Table(
    "handovers",
    Bilingual("Overførte gevinster", "Overførte gevinstar"),
    Bilingual(
        "Én rad for hver gang ansvaret for en gevinst i en kommune er overtatt av en annen. En gevinst uten "
        "rad har kommunen selv ansvaret for. Bare saker med vedtak som er sendt ut.",
        "Éi rad for kvar gong ansvaret for ein gevinst i ein kommune er overteke av ein annan. Ein gevinst "
        "utan rad har kommunen sjølv ansvaret for. Berre saker med vedtak som er sende ut.",
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
                "Kommunenummeret den dagen ansvaret gikk over. Andre enn kommuner har organisasjonsnummer.",
                "Kommunenummeret den dagen ansvaret gjekk over. Andre enn kommunar har organisasjonsnummer.",
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
            "giver",
            Bilingual("Fra", "Frå"),
            Kind.TEXT,
            Bilingual("Hvem som hadde ansvaret før.", "Kven som hadde ansvaret før."),
        ),
        Column(
            "receiver",
            same("Til"),
            Kind.TEXT,
            Bilingual("Hvem som overtok ansvaret.", "Kven som overtok ansvaret."),
        ),
        Column(
            "holds_from",
            Bilingual("Gjelder fra", "Gjeld frå"),
            Kind.DATE,
            Bilingual("Dagen ansvaret gikk over.", "Dagen ansvaret gjekk over."),
        ),
        _ORDER,
    ),
    _ORDER,
    source=Bilingual(
        "Overføringene som begge parter har godtatt.", "Overføringane som begge partar har godteke."
    ),
)
