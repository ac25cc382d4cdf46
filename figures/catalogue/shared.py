"""Columns that several tables have."""

from figures.catalogue.columns import Column, Kind, Unit, same, whole
from foundation.language import Bilingual

CASE_NUMBER = Column(
    "case_number",
    Bilingual("Saksnummer", "Saksnummer"),
    Kind.TEXT,
    Bilingual(
        "Nummeret saken fikk da søknaden ble sendt inn.",
        "Nummeret saka fekk då søknaden vart send inn.",
    ),
)
CALL = Column(
    "call",
    Bilingual("Utlysning", "Utlysing"),
    Kind.TEXT,
    Bilingual("Utlysningens kode.", "Koden til utlysinga."),
)
REPORT_YEAR = whole(
    "year",
    Bilingual("Rapportår", "Rapportår"),
    Unit.YEAR,
    Bilingual(
        "Året rapporten gjelder; for en sluttrapport det siste.",
        "Året rapporten gjeld; for ein sluttrapport det siste.",
    ),
)
CALL_YEAR = Column(
    "year",
    Bilingual("Budsjettår", "Budsjettår"),
    Kind.WHOLE,
    Bilingual(
        "Det første året utlysningen gir tilskudd for. Søknaden hører til dette året.",
        "Det første året utlysinga gir tilskot for. Søknaden høyrer til dette året.",
    ),
    Unit.YEAR,
)
BUDGET_YEAR = Column(
    "year",
    Bilingual("Budsjettår", "Budsjettår"),
    Kind.WHOLE,
    Bilingual("Budsjettåret beløpet hører til.", "Budsjettåret beløpet høyrer til."),
    Unit.YEAR,
)
BUDGET_POST = Column(
    "post",
    Bilingual("Kapittel og post", "Kapittel og post"),
    Kind.TEXT,
    Bilingual(
        "Kapittel og post i statsbudsjettet.",
        "Kapittel og post i statsbudsjettet.",
    ),
)
CHAPTER = Column(
    "chapter",
    Bilingual("Kapittel", "Kapittel"),
    Kind.WHOLE,
    Bilingual(
        "Kapittelet i statsbudsjettet, for eksempel 701.",
        "Kapittelet i statsbudsjettet, til dømes 701.",
    ),
)
POST = Column(
    "post",
    same("Post"),
    Kind.WHOLE,
    Bilingual(
        "Posten under kapittelet, for eksempel 60.", "Posten under kapittelet, til dømes 60."
    ),
)
LEAD = Column(
    "lead",
    Bilingual("Hovedsøker", "Hovudsøkjar"),
    Kind.TEXT,
    Bilingual(
        "Organisasjonen som er ansvarlig for tilskuddet overfor staten.",
        "Organisasjonen som er ansvarleg for tilskotet overfor staten.",
    ),
)
LEAD_NUMBER = Column(
    "lead_number",
    Bilingual("Hovedsøkers nummer", "Nummeret til hovudsøkjaren"),
    Kind.TEXT,
    Bilingual(
        "Kommunenummeret den dagen fristen gikk ut. Andre enn kommuner har organisasjonsnummer.",
        "Kommunenummeret den dagen fristen gjekk ut. Andre enn kommunar har organisasjonsnummer.",
    ),
)
COUNTY = Column(
    "county",
    same("Fylke"),
    Kind.TEXT,
    Bilingual(
        "Fylket hovedsøkeren hørte til den dagen fristen gikk ut. Tomt for andre enn kommuner.",
        "Fylket hovudsøkjaren høyrde til den dagen fristen gjekk ut. Tomt for andre enn kommunar.",
    ),
)
ORGANISATIONS = Column(
    "organisations",
    Bilingual("Organisasjoner", "Organisasjonar"),
    Kind.WHOLE,
    Bilingual(
        "Hovedsøker og deltakere som ikke har takket nei. Observatører er ikke med.",
        "Hovudsøkjar og deltakarar som ikkje har takka nei. Observatørar er ikkje med.",
    ),
    Unit.ORGANISATIONS,
)
MUNICIPALITIES = Column(
    "municipalities",
    Bilingual("Kommuner", "Kommunar"),
    Kind.WHOLE,
    Bilingual("De av organisasjonene som er kommuner.", "Dei av organisasjonane som er kommunar."),
    Unit.MUNICIPALITIES,
)
OUTCOME = Column(
    "outcome",
    Bilingual("Utfall", "Utfall"),
    Kind.CODE,
    Bilingual("Hva vedtaket går ut på.", "Kva vedtaket går ut på."),
)
PUBLISHED_ON = Column(
    "published_on",
    Bilingual("Sendt ut", "Sendt ut"),
    Kind.DATE,
    Bilingual("Dagen vedtaket ble sendt ut.", "Dagen vedtaket vart sendt ut."),
)
