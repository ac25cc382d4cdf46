"""Applications, decisions and payments for research."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, decimal, money, same, whole
from figures.catalogue.research.places import CENTRALITY, HEALTH_REGION
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
_GRANTED = money(
    "granted",
    Bilingual("Innvilget beløp", "Innvilga beløp"),
    Bilingual(
        "Hele beløpet vedtaket innvilger; 0 ved avslag og avvisning.",
        "Heile beløpet vedtaket innvilgar; 0 ved avslag og avvising.",
    ),
)
_PAID = money(
    "amount",
    Bilingual("Beløp", "Beløp"),
    Bilingual(
        "Beløpet med fortegn: det som kommer i retur eller betales tilbake, er negativt.",
        "Beløpet med forteikn: det som kjem i retur eller blir betalt tilbake, er negativt.",
    ),
)

APPLICATIONS = Table(
    "applications",
    Bilingual("Søknader", "Søknader"),
    Bilingual(
        "Søknader med vedtak som er sendt ut, og søknader som ble trukket i utlysninger der vedtak er "
        "sendt ut. En søknad som ikke er avgjort, er ikke med.",
        "Søknader med vedtak som er sendt ut, og søknader som vart trekte i utlysingar der vedtak er "
        "sende ut. Ein søknad som ikkje er avgjord, er ikkje med.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        Column(
            "measure",
            same("Tiltak"),
            Kind.CODE,
            Bilingual("Tiltaket utlysningen gjelder, T1–T5.", "Tiltaket utlysinga gjeld, T1–T5."),
        ),
        shared.CALL_YEAR,
        Column(
            "submitted_on",
            Bilingual("Sendt inn", "Send inn"),
            Kind.DATE,
            Bilingual("Dagen søknaden ble sendt inn.", "Dagen søknaden vart send inn."),
        ),
        shared.LEAD,
        shared.LEAD_NUMBER,
        Column(
            "lead_kind",
            Bilingual("Hovedsøkers type", "Typen til hovudsøkjaren"),
            Kind.CODE,
            Bilingual(
                "Hva slags organisasjon hovedsøkeren er.",
                "Kva slags organisasjon hovudsøkjaren er.",
            ),
        ),
        shared.COUNTY,
        HEALTH_REGION,
        CENTRALITY,
        shared.ORGANISATIONS,
        shared.MUNICIPALITIES,
        _ASKED,
        Column(
            "result",
            Bilingual("Resultat", "Resultat"),
            Kind.CODE,
            Bilingual(
                "award (innvilget), partial_award (delvis innvilget), refusal (avslag), rejection "
                "(avvist) eller withdrawn (trukket).",
                "award (innvilga), partial_award (delvis innvilga), refusal (avslag), rejection "
                "(avvist) eller withdrawn (trekt).",
            ),
        ),
        decimal(
            "score",
            Bilingual("Poengsum", "Poengsum"),
            Unit.POINTS,
            Bilingual(
                "Poengsummen i innstillingen som ble valgt, 0–100. Tom når søknaden ikke var med i den.",
                "Poengsummen i innstillinga som vart vald, 0–100. Tom når søknaden ikkje var med i henne.",
            ),
        ),
        whole(
            "place",
            Bilingual("Plass", "Plass"),
            Unit.NONE,
            Bilingual(
                "Plassen i innstillingen som ble valgt; 1 er først.",
                "Plassen i innstillinga som vart vald; 1 er først.",
            ),
        ),
        decimal(
            "line_score",
            Bilingual("Poengsum ved streken", "Poengsum ved streken"),
            Unit.POINTS,
            Bilingual(
                "Den laveste poengsummen som fikk tilskudd i den samme innstillingen.",
                "Den lågaste poengsummen som fekk tilskot i den same innstillinga.",
            ),
        ),
        decimal(
            "distance_to_line",
            Bilingual("Avstand til streken", "Avstand til streken"),
            Unit.POINTS,
            Bilingual(
                "Poengsummen minus poengsummen ved streken: negativ under streken. Avslag har den også.",
                "Poengsummen minus poengsummen ved streken: negativ under streken. Avslag har han òg.",
            ),
        ),
    ),
    _ASKED,
    source=Bilingual(
        "Søknadene, kommuneregisteret (SSB) og den valgte innstillingen.",
        "Søknadene, kommuneregisteret (SSB) og den valde innstillinga.",
    ),
)

DECISIONS = Table(
    "decisions",
    same("Vedtak"),
    Bilingual(
        "Gjeldende vedtak som er sendt ut. Utkast og vedtak som bare er signert, er ikke med.",
        "Gjeldande vedtak som er sende ut. Utkast og vedtak som berre er signerte, er ikkje med.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        shared.CALL_YEAR,
        Column(
            "outcome",
            Bilingual("Utfall", "Utfall"),
            Kind.CODE,
            Bilingual(
                "award (innvilget), partial_award (delvis innvilget), refusal (avslag) eller "
                "rejection (avvist).",
                "award (innvilga), partial_award (delvis innvilga), refusal (avslag) eller "
                "rejection (avvist).",
            ),
        ),
        _GRANTED,
        shared.PUBLISHED_ON,
        Column(
            "accepted",
            same("Akseptert"),
            Kind.YES_NO,
            Bilingual(
                "Sann når tilskuddet er akseptert, usann når det er takket nei til eller falt bort, tom "
                "når det ikke er svart.",
                "Sann når tilskotet er akseptert, usann når det er takka nei til eller falle bort, tom "
                "når det ikkje er svart.",
            ),
        ),
    ),
    _GRANTED,
    source=Bilingual(
        "Vedtakene og svarene på dem.",
        "Vedtaka og svara på dei.",
    ),
)

PAYMENTS = Table(
    "payments",
    Bilingual("Utbetalinger", "Utbetalingar"),
    Bilingual(
        "Utbetalinger, returer og tilbakebetalinger i hovedboka, også motposteringer av dem.",
        "Utbetalingar, returar og tilbakebetalingar i hovudboka, også motposteringar av dei.",
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
        shared.CHAPTER,
        shared.POST,
        shared.CASE_NUMBER,
        Column(
            "kind",
            Bilingual("Type", "Type"),
            Kind.CODE,
            Bilingual(
                "payment (utbetaling), payment_return (retur), repayment (tilbakebetaling) eller "
                "reversal (motpostering).",
                "payment (utbetaling), payment_return (retur), repayment (tilbakebetaling) eller "
                "reversal (motpostering).",
            ),
        ),
        _PAID,
    ),
    _PAID,
    source=Bilingual(
        "Hovedboka for ordningen.",
        "Hovudboka for ordninga.",
    ),
)
