"""The tables that a controller takes out: whole cases, with titles and the names of who did what."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, money, same, whole
from figures.catalogue.keyfigures import COMMITTED, PAID, REMAINING
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
_AMOUNT = money(
    "amount",
    Bilingual("Beløp", "Beløp"),
    Bilingual(
        "Beløpet med fortegn. Det som tar tilbake, er negativt.",
        "Beløpet med forteikn. Det som tek tilbake, er negativt.",
    ),
)
_INSTALMENT = money("amount", same("Beløp"), Bilingual("Ratens beløp.", "Beløpet i raten."))


def _text(code: str, name: Bilingual, definition: Bilingual) -> Column:
    return Column(code, name, Kind.TEXT, definition)


def _moment(code: str, name: Bilingual, definition: Bilingual) -> Column:
    return Column(code, name, Kind.MOMENT, definition)


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
        _text(
            "title",
            same("Prosjekt"),
            Bilingual("Tittelen søkeren har skrevet.", "Tittelen søkjaren har skrive."),
        ),
        shared.LEAD,
        shared.LEAD_NUMBER,
        shared.COUNTY,
        shared.ORGANISATIONS,
        shared.MUNICIPALITIES,
        _moment(
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
        _moment(
            "signed_at",
            same("Signert"),
            Bilingual("Da vedtaket ble signert.", "Då vedtaket vart signert."),
        ),
        _text(
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
        _moment(
            "answered_at",
            Bilingual("Besvart", "Svart på"),
            Bilingual("Da søkeren svarte.", "Då søkjaren svarte."),
        ),
    ),
    _IN_YEAR,
)

LEDGER = Table(
    "ledger",
    Bilingual("Hovedbok", "Hovudbok"),
    Bilingual(
        "Alle posteringer i budsjettåret, i den rekkefølgen de er bokført.",
        "Alle posteringar i budsjettåret, i den rekkjefølgja dei er bokførte.",
    ),
    (
        whole(
            "entry",
            Bilingual("Bilag", "Bilag"),
            Unit.NONE,
            Bilingual("Posteringens nummer.", "Nummeret til posteringa."),
        ),
        Column(
            "booked_on",
            Bilingual("Bokført", "Bokført"),
            Kind.DATE,
            Bilingual("Bokføringsdatoen.", "Bokføringsdatoen."),
        ),
        shared.BUDGET_YEAR,
        shared.BUDGET_POST,
        Column(
            "figure",
            Bilingual("Telles som", "Blir talt som"),
            Kind.CODE,
            Bilingual(
                "Hvilken sum posteringen hører til: bevilget, tilsagn, utbetalt eller krav.",
                "Kva sum posteringa høyrer til: løyvd, tilsegn, utbetalt eller krav.",
            ),
        ),
        Column(
            "kind",
            Bilingual("Type", "Type"),
            Kind.CODE,
            Bilingual("Hva slags postering det er.", "Kva slags postering det er."),
        ),
        shared.CASE_NUMBER,
        shared.CALL,
        _text("text", same("Tekst"), Bilingual("Posteringens tekst.", "Teksten til posteringa.")),
        _AMOUNT,
        whole(
            "counters",
            Bilingual("Retter bilag", "Rettar bilag"),
            Unit.NONE,
            Bilingual("Bilaget som en motpostering retter.", "Bilaget som ei motpostering rettar."),
        ),
        _text(
            "posted_by",
            Bilingual("Bokført av", "Bokført av"),
            Bilingual(
                "Den som bokførte. Tomt for systemet.", "Den som bokførte. Tomt for systemet."
            ),
        ),
        _moment(
            "posted_at",
            Bilingual("Registrert", "Registrert"),
            Bilingual("Da posteringen ble skrevet.", "Då posteringa vart skriven."),
        ),
    ),
    _AMOUNT,
)

INSTALMENTS = Table(
    "instalments",
    Bilingual("Rater", "Ratar"),
    Bilingual(
        "Ratene i budsjettåret, betalt eller ikke.", "Ratane i budsjettåret, betalte eller ikkje."
    ),
    (
        shared.CASE_NUMBER,
        shared.LEAD,
        shared.BUDGET_YEAR,
        whole(
            "number",
            Bilingual("Rate", "Rate"),
            Unit.NONE,
            Bilingual("Ratens nummer i vedtaket.", "Nummeret til raten i vedtaket."),
        ),
        _INSTALMENT,
        Column(
            "state",
            same("Status"),
            Kind.CODE,
            Bilingual("Hvor langt raten er kommet.", "Kor langt raten er komen."),
        ),
        Column(
            "trigger",
            Bilingual("Utløses", "Blir utløyst"),
            Kind.CODE,
            Bilingual("Hva som gjør at raten forfaller.", "Kva som gjer at raten forfell."),
        ),
        _moment(
            "due_at",
            Bilingual("Forfalt", "Forfalle"),
            Bilingual("Da raten forfalt.", "Då raten forfall."),
        ),
        _moment(
            "attested_at",
            same("Attestert"),
            Bilingual("Da raten ble attestert.", "Då raten vart attestert."),
        ),
        _text(
            "attested_by",
            same("Attestert av"),
            Bilingual("Den som attesterte.", "Den som attesterte."),
        ),
        _moment(
            "authorised_at",
            Bilingual("Anvist", "Tilvist"),
            Bilingual("Da raten ble anvist og bokført.", "Då raten vart tilvist og bokført."),
        ),
        _text(
            "authorised_by",
            Bilingual("Anvist av", "Tilvist av"),
            Bilingual("Den som anviste.", "Den som tilviste."),
        ),
        _text(
            "account",
            Bilingual("Kontonummer", "Kontonummer"),
            Bilingual("Kontoen raten betales til.", "Kontoen raten blir betalt til."),
        ),
        whole(
            "entry",
            Bilingual("Bilag", "Bilag"),
            Unit.NONE,
            Bilingual("Utbetalingens postering.", "Posteringa til utbetalinga."),
        ),
    ),
    _INSTALMENT,
)

RECIPIENTS = Table(
    "recipients",
    Bilingual("Mottakere", "Mottakarar"),
    Bilingual(
        "Hovedsøkere som det er gitt tilsagn til eller utbetalt til i budsjettåret.",
        "Hovudsøkjarar som det er gitt tilsegn til eller utbetalt til i budsjettåret.",
    ),
    (
        _text(
            "recipient",
            Bilingual("Mottaker", "Mottakar"),
            Bilingual("Organisasjonens navn.", "Namnet på organisasjonen."),
        ),
        _text(
            "organisation_number",
            same("Organisasjonsnummer"),
            Bilingual(
                "Tomt der organisasjonsnummeret ikke er kjent.",
                "Tomt der organisasjonsnummeret ikkje er kjent.",
            ),
        ),
        Column(
            "recipient_kind",
            Bilingual("Organisasjonstype", "Organisasjonstype"),
            Kind.CODE,
            Bilingual("Hva slags organisasjon det er.", "Kva slags organisasjon det er."),
        ),
        whole(
            "cases",
            Bilingual("Saker", "Saker"),
            Unit.APPLICATIONS,
            Bilingual(
                "Saker med tilsagn eller utbetaling i utvalget.",
                "Saker med tilsegn eller utbetaling i utvalet.",
            ),
        ),
        COMMITTED,
        PAID,
        REMAINING,
    ),
    COMMITTED,
)

EXPORTED = (APPLICATIONS, DECISIONS, LEDGER, INSTALMENTS, RECIPIENTS)
"""The tables in the order that a workbook has them."""
