"""Answers for research: what can be compared from call to call, and never what people wrote."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, money, same, whole
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_AMOUNT = money(
    "amount",
    Bilingual("Beløp", "Beløp"),
    Bilingual(
        "Svaret på et spørsmål om et beløp. 0 når det ikke er et slikt svar.",
        "Svaret på eit spørsmål om eit beløp. 0 når det ikkje er eit slikt svar.",
    ),
)

ANSWERS = Table(
    "answers",
    same("Svar"),
    Bilingual(
        "Én rad for hvert spørsmål i søknader som er avgjort og sendt ut. Svar med samme kode og versjon er "
        "svar på det samme, i alle utlysninger. Det søkerne skrev, er ikke med, bare hvor langt det er.",
        "Éi rad for kvart spørsmål i søknader som er avgjorde og sende ut. Svar med same kode og versjon er "
        "svar på det same, i alle utlysingar. Det søkjarane skreiv, er ikkje med, berre kor langt det er.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        shared.CALL_YEAR,
        Column(
            "code",
            Bilingual("Spørsmålets kode", "Koden til spørsmålet"),
            Kind.CODE,
            Bilingual(
                "Koden i spørsmålskatalogen. En kode betyr det samme i alle utlysninger.",
                "Koden i spørsmålskatalogen. Ein kode tyder det same i alle utlysingar.",
            ),
        ),
        whole(
            "version",
            Bilingual("Spørsmålets versjon", "Versjonen av spørsmålet"),
            Unit.NONE,
            Bilingual(
                "Versjonen av ordlyden. En ny ordlyd er en ny versjon av samme kode.",
                "Versjonen av ordlyden. Ein ny ordlyd er ein ny versjon av same kode.",
            ),
        ),
        Column(
            "kind",
            Bilingual("Svartype", "Svartype"),
            Kind.CODE,
            Bilingual(
                "text, number, money, choice, choices, table, date, file eller declaration.",
                "text, number, money, choice, choices, table, date, file eller declaration.",
            ),
        ),
        Column(
            "status",
            same("Status"),
            Kind.CODE,
            Bilingual(
                "answered (besvart), irrelevant («ikke relevant, fordi …»), not_asked (ikke stilt, etter "
                "svarene på andre spørsmål) eller unanswered (ikke besvart).",
                "answered (svart på), irrelevant («ikkje relevant, fordi …»), not_asked (ikkje stilt, etter "
                "svara på andre spørsmål) eller unanswered (ikkje svart på).",
            ),
        ),
        Column(
            "value",
            same("Verdi"),
            Kind.CODE,
            Bilingual(
                "Tallet, datoen eller verdiene som er valgt, med mellomrom mellom. Tomt for tekst, beløp, "
                "tabeller og filer.",
                "Talet, datoen eller verdiane som er valde, med mellomrom mellom. Tomt for tekst, beløp, "
                "tabellar og filer.",
            ),
        ),
        _AMOUNT,
        whole(
            "size",
            Bilingual("Omfang", "Omfang"),
            Unit.NONE,
            Bilingual(
                "Antall tegn i en tekst, rader i en tabell eller filer. Tomt for andre svar.",
                "Talet på teikn i ein tekst, rader i ein tabell eller filer. Tomt for andre svar.",
            ),
        ),
    ),
    _AMOUNT,
    source=Bilingual(
        "Svarene i søknadene, med kodene i spørsmålskatalogen.",
        "Svara i søknadene, med kodane i spørsmålskatalogen.",
    ),
)
