"""Answers in reports for research: the same questions under the same codes as in the applications."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind
from figures.catalogue.research.answers import ANSWERS
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_SAME = ("code", "version", "kind", "status", "value", "amount", "size")
_COLUMNS = {one.code: one for one in ANSWERS.columns}

REPORT_ANSWERS = Table(
    "report_answers",
    Bilingual("Svar i rapporter", "Svar i rapportar"),
    Bilingual(
        "Én rad for hvert spørsmål i godkjente rapporter. Svar med samme kode og versjon er svar på det "
        "samme, også i søknadene. Det søkerne skrev, er ikke med, bare hvor langt det er.",
        "Éi rad for kvart spørsmål i godkjende rapportar. Svar med same kode og versjon er svar på det "
        "same, også i søknadene. Det søkjarane skreiv, er ikkje med, berre kor langt det er.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        shared.REPORT_YEAR,
        Column(
            "report",
            Bilingual("Rapport", "Rapport"),
            Kind.CODE,
            Bilingual(
                "status, annual (årsrapport), final (sluttrapport) eller benefits (gevinster etterpå).",
                "status, annual (årsrapport), final (sluttrapport) eller benefits (gevinstar etterpå).",
            ),
        ),
        *(_COLUMNS[code] for code in _SAME),
    ),
    ANSWERS.control,
    source=Bilingual(
        "Svarene i rapportene, med kodene i spørsmålskatalogen.",
        "Svara i rapportane, med kodane i spørsmålskatalogen.",
    ),
)
