"""What it costs to run the scheme, line by line, as a controller takes it out. No money of the grants."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, moment, money, same, text, whole
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_AMOUNT = money(
    "amount",
    same("Beløp"),
    Bilingual(
        "Kostnaden uten merverdiavgift, i årets kroner. En linje som tar en annen tilbake, er negativ.",
        "Kostnaden utan meirverdiavgift, i kronene til året. Ei linje som tek ei anna tilbake, er negativ.",
    ),
)
_YEAR = whole(
    shared.BUDGET_YEAR.code,
    Bilingual("År", "År"),
    Unit.YEAR,
    Bilingual("Året kostnaden hører til.", "Året kostnaden høyrer til."),
)

RUNNING_COSTS = Table(
    "running_costs",
    Bilingual("Driftskostnader", "Driftskostnader"),
    Bilingual(
        "Det det koster å drive ordningen i året, linje for linje. Dette er ikke tilskudd, og er ikke "
        "med i hovedboka.",
        "Det det kostar å drive ordninga i året, linje for linje. Dette er ikkje tilskot, og er ikkje "
        "med i hovudboka.",
    ),
    (
        whole(
            "line",
            same("Linje"),
            Unit.NONE,
            Bilingual("Linjens nummer.", "Nummeret til linja."),
        ),
        _YEAR,
        Column(
            "kind",
            Bilingual("Slag kostnad", "Slag kostnad"),
            Kind.CODE,
            Bilingual(
                "Etablering av ordningen, drift og forvaltning, tilskuddsforvaltningen, eller prosess- og "
                "faglig oppfølging av kommunene.",
                "Etablering av ordninga, drift og forvaltning, tilskotsforvaltninga, eller prosess- og "
                "fagleg oppfølging av kommunane.",
            ),
        ),
        _AMOUNT,
        Column(
            "happened_on",
            same("Dato"),
            Kind.DATE,
            Bilingual("Dagen kostnaden har i kilden.", "Dagen kostnaden har i kjelda."),
        ),
        text(
            "source",
            Bilingual("Kilde", "Kjelde"),
            Bilingual(
                "Hvor beløpet er hentet fra. For en linje som tar en annen tilbake: hvorfor.",
                "Kvar beløpet er henta frå. For ei linje som tek ei anna tilbake: kvifor.",
            ),
        ),
        whole(
            "counters",
            Bilingual("Tar tilbake linje", "Tek tilbake linje"),
            Unit.NONE,
            Bilingual(
                "Linjen som denne tar tilbake, i sin helhet.", "Linja som denne tek tilbake, heil."
            ),
        ),
        text(
            "registered_by",
            same("Registrert av"),
            Bilingual("Den som registrerte linjen.", "Den som registrerte linja."),
        ),
        moment(
            "registered_at",
            same("Registrert"),
            Bilingual("Da linjen ble skrevet.", "Då linja vart skriven."),
        ),
    ),
    _AMOUNT,
)
