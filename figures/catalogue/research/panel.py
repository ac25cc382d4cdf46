"""Kommuner year by year, for research."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, money, same, whole
from figures.catalogue.research.places import CENTRALITY, HEALTH_REGION
from figures.catalogue.tables import Table
from foundation.language import Bilingual

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
            "number_now",
            Bilingual("Kommunenummer i dag", "Kommunenummer i dag"),
            Kind.TEXT,
            Bilingual(
                "Nummeret til kommunen av i dag som kommunen er eller har gått inn i. Tomt når den er "
                "delt. Med codes=now er radene slått sammen etter dette nummeret.",
                "Nummeret til kommunen av i dag som kommunen er eller har gått inn i. Tomt når han er "
                "delt. Med codes=now er radene slegne saman etter dette nummeret.",
            ),
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
    dimensions=("number", "year"),
    labels={"name": "number", "centrality": "number"},
    source=Bilingual(
        "Kommuneregisteret (SSB), vedtakene og hovedboka.",
        "Kommuneregisteret (SSB), vedtaka og hovudboka.",
    ),
)
