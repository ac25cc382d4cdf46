"""Marks for research: what the readers gave, without saying who."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, decimal, same, whole
from figures.catalogue.tables import Sensitivity, Table
from foundation.language import Bilingual

_WEIGHT = whole(
    "weight",
    same("Vekt"),
    Unit.PERCENT,
    Bilingual(
        "Hvor mye kriteriet teller i utlysningen. Vektene i en utlysning er 100 til sammen.",
        "Kor mykje kriteriet tel i utlysinga. Vektene i ei utlysing er 100 til saman.",
    ),
)

MARKS = Table(
    "marks",
    Bilingual("Karakterer", "Karakterar"),
    Bilingual(
        "Én rad for hver karakter bak poengsummen i søknader som er avgjort og sendt ut. Hvem som ga "
        "karakteren, står ikke. Når færre enn tre har vurdert i en utlysning, er bare karakteren som "
        "teller, med.",
        "Éi rad for kvar karakter bak poengsummen i søknader som er avgjorde og sende ut. Kven som gav "
        "karakteren, står ikkje. Når færre enn tre har vurdert i ei utlysing, er berre karakteren som "
        "tel, med.",
    ),
    (
        shared.CASE_NUMBER,
        shared.CALL,
        shared.CALL_YEAR,
        Column(
            "criterion",
            Bilingual("Kriterium", "Kriterium"),
            Kind.CODE,
            Bilingual("Kriteriets kode i utlysningen.", "Koden til kriteriet i utlysinga."),
        ),
        _WEIGHT,
        whole(
            "max_mark",
            Bilingual("Høyeste karakter", "Høgaste karakter"),
            Unit.MARKS,
            Bilingual(
                "Den høyeste karakteren kriteriet kan få.",
                "Den høgaste karakteren kriteriet kan få.",
            ),
        ),
        decimal(
            "agreed",
            Bilingual("Karakteren som teller", "Karakteren som tel"),
            Unit.MARKS,
            Bilingual(
                "Karakteren som ble brukt i poengsummen, med to desimaler.",
                "Karakteren som vart brukt i poengsummen, med to desimalar.",
            ),
        ),
        Column(
            "moderated",
            Bilingual("Moderert", "Moderert"),
            Kind.YES_NO,
            Bilingual(
                "Sann når de som vurderte, ble enige om en annen karakter enn den de først ga.",
                "Sann når dei som vurderte, vart samde om ein annan karakter enn den dei først gav.",
            ),
        ),
        whole(
            "reading",
            Bilingual("Vurdering", "Vurdering"),
            Unit.NONE,
            Bilingual(
                "Karakterene for kriteriet er ordnet fra den laveste; 1 er den laveste. Nummeret følger "
                "ikke den som vurderte. Tomt når de enkelte karakterene er holdt tilbake.",
                "Karakterane for kriteriet er ordna frå den lågaste; 1 er den lågaste. Nummeret følgjer "
                "ikkje den som vurderte. Tomt når dei einskilde karakterane er haldne tilbake.",
            ),
        ),
        whole(
            "points",
            Bilingual("Karakter", "Karakter"),
            Unit.MARKS,
            Bilingual(
                "Karakteren som ble gitt. Tom når den er holdt tilbake.",
                "Karakteren som vart gitt. Tom når han er halden tilbake.",
            ),
        ),
    ),
    _WEIGHT,
    source=Bilingual(
        "Karakterene og poengsummen i vurderingene som er ferdige.",
        "Karakterane og poengsummen i vurderingane som er ferdige.",
    ),
    sensitivity=Sensitivity.NAMELESS,
)
