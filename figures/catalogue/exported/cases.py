"""Applications and decisions, as a controller takes them out."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, moment, money, same, text, whole
from figures.catalogue.keyfigures import COMMITTED, PAID
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_ASKED = money(
    "asked",
    Bilingual("Søkt beløp", "Søkt beløp"),
    Bilingual(
        "Det søknaden ber om i tilskudd for hele perioden.",
        "Det søknaden ber om i tilskot for heile perioden.",
    ),
)
_IN_YEAR = money(
    "granted_in_year",
    Bilingual("Tilskudd i utvalget", "Tilskot i utvalet"),
    Bilingual(
        "Den delen av tilskuddet som hører til det valgte budsjettåret. Når alle år er valgt, er "
        "det hele tilskuddet.",
        "Den delen av tilskotet som høyrer til det valde budsjettåret. Når alle år er valde, er "
        "det heile tilskotet.",
    ),
)

APPLICATIONS = Table(
    "applications",
    Bilingual("Søknader", "Søknader"),
    Bilingual(
        "Søknader som er sendt inn, også de som senere er trukket. Året er det første året "
        "utlysningen gir tilskudd for.",
        "Søknader som er sende inn, også dei som seinare er trekte. Året er det første året "
        "utlysinga gir tilskot for.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        shared.CALL_YEAR,
        text(
            "title",
            same("Prosjekt"),
            Bilingual("Tittelen søkeren har skrevet.", "Tittelen søkjaren har skrive."),
        ),
        shared.LEAD,
        shared.LEAD_NUMBER,
        shared.COUNTY,
        shared.ORGANISATIONS,
        shared.MUNICIPALITIES,
        moment(
            "submitted_at",
            Bilingual("Sendt inn", "Send inn"),
            Bilingual("Da søknaden ble sendt inn.", "Då søknaden vart send inn."),
        ),
        Column(
            "step",
            same("Status"),
            Kind.CODE,
            Bilingual(
                "Hvor saken står når tabellen tas ut.", "Kvar saka står når tabellen blir teken ut."
            ),
        ),
        _ASKED,
        COMMITTED,
        PAID,
    ),
    _ASKED,
)

DECISIONS = Table(
    "decisions",
    same("Vedtak"),
    Bilingual(
        "Gjeldende vedtak som er sendt ut: de som gir tilskudd i det valgte året, og de som gjelder "
        "utlysninger for det året.",
        "Gjeldande vedtak som er sende ut: dei som gir tilskot i det valde året, og dei som gjeld "
        "utlysingar for det året.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        shared.CALL_YEAR,
        shared.LEAD,
        whole(
            "version",
            Bilingual("Versjon", "Versjon"),
            Unit.NONE,
            Bilingual(
                "1 for det første vedtaket i saken, høyere for et vedtak som erstatter et annet.",
                "1 for det første vedtaket i saka, høgare for eit vedtak som erstattar eit anna.",
            ),
        ),
        shared.OUTCOME,
        money(
            "granted",
            Bilingual("Innvilget beløp", "Innvilga beløp"),
            Bilingual("Hele beløpet vedtaket innvilger.", "Heile beløpet vedtaket innvilgar."),
        ),
        _IN_YEAR,
        moment(
            "signed_at",
            same("Signert"),
            Bilingual("Da vedtaket ble signert.", "Då vedtaket vart signert."),
        ),
        text(
            "signed_by",
            same("Signert av"),
            Bilingual("Den som fattet vedtaket.", "Den som gjorde vedtaket."),
        ),
        shared.PUBLISHED_ON,
        Column(
            "accepted",
            same("Akseptert"),
            Kind.YES_NO,
            Bilingual(
                "Ja når tilskuddet er akseptert, nei når det er takket nei til eller falt bort, tomt "
                "når det ikke er svart.",
                "Ja når tilskotet er akseptert, nei når det er takka nei til eller falle bort, tomt "
                "når det ikkje er svart.",
            ),
        ),
        moment(
            "answered_at",
            Bilingual("Besvart", "Svart på"),
            Bilingual("Da søkeren svarte.", "Då søkjaren svarte."),
        ),
    ),
    _IN_YEAR,
)
