"""Who applied together, for research."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, money, text, whole
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_GRANTED = money(
    "granted_share",
    Bilingual("Andel av det innvilgede", "Del av det innvilga"),
    Bilingual(
        "Det vedtaket innvilger, delt mellom deltakerne etter det som er søkt for hver av dem; resten av "
        "delingen står hos hovedsøkeren. Summen over deltakerne er det som er innvilget i saken. "
        "Tilskuddet betales til hovedsøkeren: delingen er regnet ut, ikke vedtatt.",
        "Det vedtaket innvilgar, delt mellom deltakarane etter det som er søkt for kvar av dei; resten av "
        "delinga står hos hovudsøkjaren. Summen over deltakarane er det som er innvilga i saka. "
        "Tilskotet blir betalt til hovudsøkjaren: delinga er rekna ut, ikkje vedteken.",
    ),
)

PARTICIPANTS = Table(
    "participants",
    Bilingual("Deltakere i søknadene", "Deltakarar i søknadene"),
    Bilingual(
        "Én rad for hver hovedsøker og deltaker i hver søknad som er avgjort og sendt ut, også når den ble "
        "avslått. De som takket nei, og observatører er ikke med. Saksnummeret binder radene sammen.",
        "Éi rad for kvar hovudsøkjar og deltakar i kvar søknad som er avgjord og send ut, også når han vart "
        "avslegen. Dei som takka nei, og observatørar er ikkje med. Saksnummeret bind radene saman.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        shared.CALL_YEAR,
        text(
            "organisation",
            Bilingual("Organisasjon", "Organisasjon"),
            Bilingual("Organisasjonens navn.", "Namnet på organisasjonen."),
        ),
        text(
            "number",
            Bilingual("Nummer", "Nummer"),
            Bilingual(
                "Kommunenummeret den dagen fristen gikk ut. Andre enn kommuner har organisasjonsnummer.",
                "Kommunenummeret den dagen fristen gjekk ut. Andre enn kommunar har organisasjonsnummer.",
            ),
        ),
        Column(
            "kind",
            Bilingual("Type", "Type"),
            Kind.CODE,
            Bilingual("Hva slags organisasjon det er.", "Kva slags organisasjon det er."),
        ),
        Column(
            "role",
            Bilingual("Rolle", "Rolle"),
            Kind.CODE,
            Bilingual(
                "lead (hovedsøker) eller participant (deltaker).",
                "lead (hovudsøkjar) eller participant (deltakar).",
            ),
        ),
        whole(
            "hours",
            Bilingual("Egne timer", "Eigne timar"),
            Unit.HOURS,
            Bilingual(
                "Timer av egne folk som organisasjonen setter av til prosjektet.",
                "Timar av eigne folk som organisasjonen set av til prosjektet.",
            ),
        ),
        money(
            "asked",
            Bilingual("Søkt for deltakeren", "Søkt for deltakaren"),
            Bilingual(
                "Tilskuddet i deltakerens del av budsjettet, for hele perioden.",
                "Tilskotet i delen deltakaren har av budsjettet, for heile perioden.",
            ),
        ),
        money(
            "own",
            Bilingual("Egne midler og egeninnsats", "Eigne midlar og eigeninnsats"),
            Bilingual(
                "Egne penger og verdien av egen innsats i deltakerens del av budsjettet.",
                "Eigne pengar og verdien av eigen innsats i delen deltakaren har av budsjettet.",
            ),
        ),
        _GRANTED,
        money(
            "paid_share",
            Bilingual("Andel av det utbetalte", "Del av det utbetalte"),
            Bilingual(
                "Det som er utbetalt i saken, delt på samme måte.",
                "Det som er utbetalt i saka, delt på same måten.",
            ),
        ),
    ),
    _GRANTED,
    source=Bilingual(
        "Deltakerne og budsjettet i søknadene, vedtakene og hovedboka.",
        "Deltakarane og budsjettet i søknadene, vedtaka og hovudboka.",
    ),
)
