"""Reports for research: what was owed, what came, and what was spent."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, money, same, whole
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_SPENT = money(
    "spent",
    Bilingual("Brukt", "Brukt"),
    Bilingual(
        "Det som er brukt av tilskuddet etter regnskapet i en godkjent rapport: i året, og i en "
        "sluttrapport i hele perioden. 0 når ingen rapport er godkjent.",
        "Det som er brukt av tilskotet etter rekneskapen i ein godkjend rapport: i året, og i ein "
        "sluttrapport i heile perioden. 0 når ingen rapport er godkjend.",
    ),
)


def _day(code: str, name: Bilingual, definition: Bilingual) -> Column:
    return Column(code, name, Kind.DATE, definition)


REPORTS = Table(
    "reports",
    Bilingual("Rapporter", "Rapportar"),
    Bilingual(
        "Én rad for hver rapport som skal komme i saker med vedtak som er sendt ut, også når den ikke "
        "er kommet. Det søkerne skrev, er ikke med.",
        "Éi rad for kvar rapport som skal kome i saker med vedtak som er sende ut, også når han ikkje "
        "er komen. Det søkjarane skreiv, er ikkje med.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        shared.REPORT_YEAR,
        Column(
            "kind",
            Bilingual("Type", "Type"),
            Kind.CODE,
            Bilingual("Hva slags rapport det er.", "Kva slags rapport det er."),
        ),
        _day(
            "due_on",
            same("Frist"),
            Bilingual("Dagen rapporten skal være sendt.", "Dagen rapporten skal vere send."),
        ),
        Column(
            "status",
            same("Status"),
            Kind.CODE,
            Bilingual(
                "approved (godkjent), received (sendt, ikke godkjent) eller owed (ikke sendt).",
                "approved (godkjend), received (send, ikkje godkjend) eller owed (ikkje send).",
            ),
        ),
        _day(
            "submitted_on",
            Bilingual("Sendt", "Send"),
            Bilingual(
                "Dagen den første versjonen ble sendt.", "Dagen den første versjonen vart send."
            ),
        ),
        _day(
            "approved_on",
            Bilingual("Godkjent", "Godkjend"),
            Bilingual("Dagen rapporten ble godkjent.", "Dagen rapporten vart godkjend."),
        ),
        whole(
            "versions",
            Bilingual("Versjoner", "Versjonar"),
            Unit.REPORTS,
            Bilingual(
                "Hvor mange versjoner som er sendt: flere enn én når den ble sendt tilbake.",
                "Kor mange versjonar som er sende: fleire enn éin når han vart send tilbake.",
            ),
        ),
        _SPENT,
    ),
    _SPENT,
    source=Bilingual(
        "Rapportene, og regnskapene i dem.",
        "Rapportane, og rekneskapane i dei.",
    ),
)
