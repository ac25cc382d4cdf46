"""How readers mark, for research: a table about persons, given only in editions, with cells held back."""

from criteria.suppression import ALL
from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, whole
from figures.catalogue.tables import Sensitivity, Table
from foundation.language import Bilingual

_HELD_BACK = whole(
    "held_back",
    Bilingual("Holdt tilbake", "Halde tilbake"),
    Unit.NONE,
    Bilingual(
        "1 når tallet er holdt tilbake av hensyn til personer, ellers 0.",
        "1 når talet er halde tilbake av omsyn til personar, elles 0.",
    ),
)

SPREAD = Table(
    "spread",
    Bilingual("Fordelingen av karakterer", "Fordelinga av karakterar"),
    Bilingual(
        "Hvor mange ganger hver karakter er gitt for hvert kriterium, i søknader som er avgjort og sendt ut. "
        "Tall med færre enn tre personer bak seg, eller der én står for mer enn 80 prosent, er holdt "
        "tilbake, og flere med dem, slik at ingen kan regnes ut.",
        "Kor mange gonger kvar karakter er gitt for kvart kriterium, i søknader som er avgjorde og sende ut. "
        "Tal med færre enn tre personar bak seg, eller der éin står for meir enn 80 prosent, er haldne "
        "tilbake, og fleire med dei, slik at ingen kan reknast ut.",
    ),
    (
        shared.CALL_YEAR,
        Column(
            "criterion",
            Bilingual("Kriterium", "Kriterium"),
            Kind.CODE,
            Bilingual(
                f"Kriteriets kode; {ALL} er alle kriteriene.",
                f"Koden til kriteriet; {ALL} er alle.",
            ),
        ),
        Column(
            "points",
            Bilingual("Karakter", "Karakter"),
            Kind.CODE,
            Bilingual(
                f"Karakteren som er gitt; {ALL} er alle karakterene.",
                f"Karakteren som er gitt; {ALL} er alle.",
            ),
        ),
        whole(
            "marks",
            Bilingual("Karakterer", "Karakterar"),
            Unit.MARKS,
            Bilingual(
                "Hvor mange ganger karakteren er gitt. Tomt når tallet er holdt tilbake.",
                "Kor mange gonger karakteren er gitt. Tomt når talet er halde tilbake.",
            ),
        ),
        _HELD_BACK,
    ),
    _HELD_BACK,
    dimensions=("year", "criterion", "points"),
    labels={},
    source=Bilingual(
        "Karakterene i vurderingene som er ferdige.", "Karakterane i vurderingane som er ferdige."
    ),
    sensitivity=Sensitivity.HELD_BACK,
)
