"""The figures of an evaluation: what each counts, in which unit, and who may see it."""

from dataclasses import dataclass
from enum import StrEnum

from foundation.language import Bilingual


class Figure(StrEnum):
    """A figure of a measure's year. The values stand in addresses and in what is signed."""

    PROJECTS = "prosjekter"
    GRANTED = "innvilget"
    PAID = "utbetalt"
    REPORTS = "rapporter"
    DEVIATIONS = "avvik"
    EXPERIENCES = "erfaringer"
    MEASURED = "malinger"
    BEHIND = "etter"
    CONTROLS = "kontroller"
    FINDINGS = "funn"


@dataclass(frozen=True, slots=True)
class Defined:
    """A figure with its name, definition and unit."""

    figure: Figure
    name: Bilingual
    definition: Bilingual
    unit: Bilingual


KRONER = Bilingual("kroner", "kroner")
AMOUNTS = frozenset({Figure.GRANTED, Figure.PAID})
"""The figures that are øre; the others are numbers of what they count."""
INTERNAL = frozenset({Figure.BEHIND, Figure.CONTROLS, Figure.FINDINGS})
"""Where a measure has few projects, these would tell of one of them: the office's own."""
OF_CONTROLS = frozenset({Figure.CONTROLS, Figure.FINDINGS})
"""The figures whose cases only those who may read controls see."""

CATALOGUE: tuple[Defined, ...] = (
    Defined(
        Figure.PROJECTS,
        Bilingual("Prosjekter med tilskudd", "Prosjekt med tilskot"),
        Bilingual(
            "Saker i tiltakets utlysninger der det vedtaket som gjelder, innvilger tilskudd, ble sendt ut "
            "senest 31. desember i året, og det ikke er takket nei.",
            "Saker i utlysingane til tiltaket der det vedtaket som gjeld, innvilgar tilskot, vart sendt ut "
            "seinast 31. desember i året, og det ikkje er takka nei.",
        ),
        Bilingual("saker", "saker"),
    ),
    Defined(
        Figure.GRANTED,
        Bilingual("Innvilget", "Innvilga"),
        Bilingual(
            "Summen av det som er innvilget til de samme prosjektene, for alle år.",
            "Summen av det som er innvilga til dei same prosjekta, for alle år.",
        ),
        KRONER,
    ),
    Defined(
        Figure.PAID,
        Bilingual("Utbetalt", "Utbetalt"),
        Bilingual(
            "Det som er utbetalt av tilsagn i budsjettåret, etter hovedboka.",
            "Det som er utbetalt av tilsegn i budsjettåret, etter hovudboka.",
        ),
        KRONER,
    ),
    Defined(
        Figure.REPORTS,
        Bilingual("Rapporter", "Rapportar"),
        Bilingual(
            "Rapporter som ble sendt inn i året, og som ikke er returnert.",
            "Rapportar som vart sende inn i året, og som ikkje er returnerte.",
        ),
        Bilingual("rapporter", "rapportar"),
    ),
    Defined(
        Figure.DEVIATIONS,
        Bilingual("Rapporter med avvik", "Rapportar med avvik"),
        Bilingual(
            "De av rapportene som forteller om avvik fra planen.",
            "Dei av rapportane som fortel om avvik frå planen.",
        ),
        Bilingual("rapporter", "rapportar"),
    ),
    Defined(
        Figure.EXPERIENCES,
        Bilingual("Erfaringer", "Erfaringar"),
        Bilingual(
            "Erfaringer som ble lagt ut i erfaringsbiblioteket i året, og ligger der.",
            "Erfaringar som vart lagde ut i erfaringsbiblioteket i året, og ligg der.",
        ),
        Bilingual("erfaringer", "erfaringar"),
    ),
    Defined(
        Figure.MEASURED,
        Bilingual("Målinger av gevinster", "Målingar av gevinstar"),
        Bilingual(
            "Målinger av gevinster i året, av alle kommuner i prosjektene. Det som er trukket tilbake, "
            "er ikke med.",
            "Målingar av gevinstar i året, av alle kommunar i prosjekta. Det som er trekt tilbake, er ikkje "
            "med.",
        ),
        Bilingual("målinger", "målingar"),
    ),
    Defined(
        Figure.BEHIND,
        Bilingual("Målinger bak planen", "Målingar bak planen"),
        Bilingual(
            "De av målingene som er mer enn ti prosentpoeng bak en rett linje fra nullpunkt til mål.",
            "Dei av målingane som er meir enn ti prosentpoeng bak ei rett linje frå nullpunkt til mål.",
        ),
        Bilingual("målinger", "målingar"),
    ),
    Defined(
        Figure.CONTROLS,
        Bilingual("Kontroller", "Kontrollar"),
        Bilingual(
            "Kontroller av trukne saker som ble avsluttet i året.",
            "Kontrollar av trekte saker som vart avslutta i året.",
        ),
        Bilingual("kontroller", "kontrollar"),
    ),
    Defined(
        Figure.FINDINGS,
        Bilingual("Funn i kontroller", "Funn i kontrollar"),
        Bilingual("Funn som ble ført i året.", "Funn som vart førte i året."),
        Bilingual("funn", "funn"),
    ),
)
