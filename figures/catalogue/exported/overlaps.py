"""Who takes part in the cases that have money, with their share of each, as a controller takes it out."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, money, same, text, whole
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_COMMITTED = money(
    "committed_share",
    Bilingual("Andel av tilsagnet", "Del av tilsegna"),
    Bilingual(
        "Tilsagnet i saken etter hovedboka, delt mellom deltakerne etter det som er søkt for hver av dem; "
        "resten av delingen står hos hovedsøkeren. Summen over deltakerne er tilsagnet.",
        "Tilsegna i saka etter hovudboka, delt mellom deltakarane etter det som er søkt for kvar av dei; "
        "resten av delinga står hos hovudsøkjaren. Summen over deltakarane er tilsegna.",
    ),
)

OVERLAPS = Table(
    "overlaps",
    Bilingual("Deltakere", "Deltakarar"),
    Bilingual(
        "Én rad for hver organisasjon i hver sak med tilsagn eller utbetaling i utvalget, med antall "
        "prosjekter organisasjonen er med i. Et felles tilskudd er delt mellom deltakerne og telt én gang.",
        "Éi rad for kvar organisasjon i kvar sak med tilsegn eller utbetaling i utvalet, med talet på "
        "prosjekt organisasjonen er med i. Eit felles tilskot er delt mellom deltakarane og talt éin gong.",
    ),
    (
        text(
            "organisation",
            Bilingual("Organisasjon", "Organisasjon"),
            Bilingual("Organisasjonens navn.", "Namnet på organisasjonen."),
        ),
        text(
            "number",
            same("Kommunenummer"),
            Bilingual(
                "Kommunens nummer i dag. Tomt for andre enn kommuner.",
                "Nummeret til kommunen i dag. Tomt for andre enn kommunar.",
            ),
        ),
        text("county", same("Fylke"), Bilingual("Fylket i dag.", "Fylket i dag.")),
        whole(
            "projects",
            Bilingual("Prosjekter", "Prosjekt"),
            Unit.APPLICATIONS,
            Bilingual(
                "Sakene i utvalget som organisasjonen er med i.",
                "Sakene i utvalet som organisasjonen er med i.",
            ),
        ),
        shared.CASE_NUMBER,
        text(
            "measure",
            Bilingual("Tiltak", "Tiltak"),
            Bilingual("Koden til tiltaket.", "Koden til tiltaket."),
        ),
        Column(
            "start_on",
            Bilingual("Starter", "Startar"),
            Kind.DATE,
            Bilingual("Prosjektets første dag.", "Den første dagen i prosjektet."),
        ),
        Column(
            "end_on",
            Bilingual("Slutter", "Sluttar"),
            Kind.DATE,
            Bilingual("Prosjektets siste dag etter søknaden.", "Den siste dagen etter søknaden."),
        ),
        Column(
            "leads",
            Bilingual("Hovedsøker", "Hovudsøkjar"),
            Kind.YES_NO,
            Bilingual("Om organisasjonen leder prosjektet.", "Om organisasjonen leier prosjektet."),
        ),
        whole(
            "hours",
            Bilingual("Egne timer", "Eigne timar"),
            Unit.NONE,
            Bilingual(
                "Timer av egne folk som er lovet i hele prosjektet.",
                "Timar av eigne folk som er lova i heile prosjektet.",
            ),
        ),
        money(
            "own",
            Bilingual("Egne midler", "Eigne midlar"),
            Bilingual(
                "Egne penger og verdien av egen innsats i hele prosjektet.",
                "Eigne pengar og verdien av eigen innsats i heile prosjektet.",
            ),
        ),
        _COMMITTED,
        money(
            "paid_share",
            Bilingual("Andel av utbetalt", "Del av utbetalt"),
            Bilingual(
                "Det som er utbetalt i saken etter hovedboka, delt på samme måte.",
                "Det som er utbetalt i saka etter hovudboka, delt på same måte.",
            ),
        ),
    ),
    _COMMITTED,
)
