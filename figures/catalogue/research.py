"""The tables for research: what is decided and sent out; no persons and nothing that people wrote."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, money, same, whole
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
_GRANTED_IN_YEAR = money(
    "granted_as_lead",
    Bilingual("Innvilget som hovedsøker", "Innvilga som hovudsøkjar"),
    Bilingual(
        "Tilskudd som hører til året, i vedtak der kommunen er hovedsøker. Hvert tilskudd står hos én "
        "kommune, så summen over kommunene teller ingen tilskudd to ganger.",
        "Tilskot som høyrer til året, i vedtak der kommunen er hovudsøkjar. Kvart tilskot står hos éin "
        "kommune, så summen over kommunane tel ingen tilskot to gonger.",
    ),
)

HEALTH_REGION = Column(
    "health_region",
    same("Helseregion"),
    Kind.CODE,
    Bilingual(
        "Helseregionen kommunen hører til: Nord, Midt-Norge, Vest eller Sør-Øst.",
        "Helseregionen kommunen høyrer til: Nord, Midt-Norge, Vest eller Sør-Øst.",
    ),
)
CENTRALITY = whole(
    "centrality",
    same("Sentralitet"),
    Unit.NONE,
    Bilingual(
        "SSBs sentralitetsklasse fra 1 (mest sentral) til 6. Tomt når den ikke er kjent.",
        "Sentralitetsklassen til SSB frå 1 (mest sentral) til 6. Tomt når han ikkje er kjend.",
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
    ),
    _ASKED,
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
)

KOMMUNER = Table(
    "kommuner",
    Bilingual("Kommuner per år", "Kommunar per år"),
    Bilingual(
        "Én rad for hver kommune som finnes 1. januar i året, for hvert år i ordningen, også når kommunen "
        "ikke har søkt. Bare det som er avgjort og sendt ut, er talt.",
        "Éi rad for kvar kommune som finst 1. januar i året, for kvart år i ordninga, også når kommunen "
        "ikkje har søkt. Berre det som er avgjort og sendt ut, er talt.",
    ),
    (
        Column(
            "number",
            same("Kommunenummer"),
            Kind.TEXT,
            Bilingual("Kommunenummeret 1. januar.", "Kommunenummeret 1. januar."),
        ),
        Column(
            "name",
            Bilingual("Kommune", "Kommune"),
            Kind.TEXT,
            Bilingual("Kommunens navn 1. januar.", "Namnet på kommunen 1. januar."),
        ),
        shared.BUDGET_YEAR,
        Column(
            "county",
            same("Fylke"),
            Kind.TEXT,
            Bilingual("Fylket 1. januar.", "Fylket 1. januar."),
        ),
        HEALTH_REGION,
        CENTRALITY,
        Column(
            "language_form",
            Bilingual("Språkvedtak", "Språkvedtak"),
            Kind.CODE,
            Bilingual("bokmål, nynorsk eller nøytral.", "bokmål, nynorsk eller nøytral."),
        ),
        whole(
            "inhabitants",
            Bilingual("Innbyggere", "Innbyggjarar"),
            Unit.INHABITANTS,
            Bilingual(
                "Folketallet 1. januar etter SSB tabell 07459. Tomt når det ikke er kjent.",
                "Folketalet 1. januar etter SSB tabell 07459. Tomt når det ikkje er kjent.",
            ),
        ),
        whole(
            "applications_as_lead",
            Bilingual("Søknader som hovedsøker", "Søknader som hovudsøkjar"),
            Unit.APPLICATIONS,
            Bilingual(
                "Avgjorte søknader i årets utlysninger med kommunen som hovedsøker.",
                "Avgjorde søknader i utlysingane for året med kommunen som hovudsøkjar.",
            ),
        ),
        whole(
            "applications_taking_part",
            Bilingual("Søknader som deltaker", "Søknader som deltakar"),
            Unit.APPLICATIONS,
            Bilingual(
                "Avgjorte søknader i årets utlysninger der kommunen er med, som hovedsøker eller "
                "deltaker. En søknad telles hos hver av dem, så summen er større enn tallet på "
                "søknader.",
                "Avgjorde søknader i utlysingane for året der kommunen er med, som hovudsøkjar eller "
                "deltakar. Ein søknad blir talt hos kvar av dei, så summen er større enn talet på "
                "søknader.",
            ),
        ),
        whole(
            "awards_taking_part",
            Bilingual("Tilskudd kommunen er med i", "Tilskot kommunen er med i"),
            Unit.DECISIONS,
            Bilingual(
                "De av søknadene som er innvilget helt eller delvis.",
                "Dei av søknadene som er innvilga heilt eller delvis.",
            ),
        ),
        _GRANTED_IN_YEAR,
        money(
            "paid_as_lead",
            Bilingual("Utbetalt som hovedsøker", "Utbetalt som hovudsøkjar"),
            Bilingual(
                "Utbetalt i budsjettåret i saker der kommunen er hovedsøker.",
                "Utbetalt i budsjettåret i saker der kommunen er hovudsøkjar.",
            ),
        ),
    ),
    _GRANTED_IN_YEAR,
)

RESEARCH = (APPLICATIONS, DECISIONS, PAYMENTS, KOMMUNER)
"""The tables in the order that the pages list them."""
