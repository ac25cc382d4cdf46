"""What is told of a kommune."""

from figures.catalogue.columns import Column, Kind, Unit, same, whole
from foundation.language import Bilingual

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
