"""What the sample documents have in common. The persons do not exist; the kommuner do."""

from datetime import date
from enum import StrEnum

from foundation.language import Bilingual
from foundation.letterhead import Addressee, Letterhead, Office, Official

OFFICE = Bilingual(
    "Avdeling for tilskudd og helseteknologi", "Avdeling for tilskot og helseteknologi"
)
NOTICE = Bilingual(
    "Eksempel med oppdiktede opplysninger.",
    "Døme med oppdikta opplysningar.",
)
DATED = date(2026, 2, 16)
SCHEME = "Helseteknologiordningen"
BUDGET_LINE = "kap. 701 post 60"
SUBMITTED_ON = date(2026, 1, 14)
DEADLINE = date(2026, 1, 15)

KOMMUNER = (
    ("Kárášjohka – Karasjok", "963376030"),
    ("Guovdageaidnu – Kautokeino", "945475056"),
    ("Porsanger – Porsáŋgu – Porsanki", "959411735"),
    ("Unjárga – Nesseby", "839953062"),
    ("Deatnu – Tana", "943505527"),
    ("Gáivuotna – Kåfjord – Kaivuono", "940363586"),
    ("Snåase – Snåsa", "964982031"),
    ("Raarvihke – Røyrvik", "964982120"),
    ("Loabák – Lavangen", "959469881"),
    ("Hábmer – Hamarøy", "970542507"),
    ("Storfjord – Omasvuotna – Omasvuono", "964994129"),
    ("Nordreisa – Ráisa – Raisi", "943350833"),
    ("Dielddanuorri – Tjeldsund", "959469326"),
    ("Evenes – Evenášši", "940642140"),
    ("Aarborte – Hattfjelldal", "944716904"),
    ("Rosse – Røros", "939898743"),
    ("Namsos – Nåavmesjenjaelmie", "942875967"),
    ("Ålesund", None),
    ("Haram", None),
    ("Sør-Varanger", "942110286"),
    ("Vadsø", "964993602"),
    ("Hammerfest – Hámmerfeasta", "921770669"),
    ("Måsøy", "941087957"),
    ("Båtsfjord", "938795592"),
    ("Øygarden", "922530890"),
    ("Stad", "921060157"),
)
"""Twenty-six, the most that have applied together; two of them have no known number."""
FEW = 4


class Size(StrEnum):
    """An everyday document, and one where everything is as long as it can be."""

    NORMAL = "normal"
    WORST = "worst"


def kommuner(size: Size) -> tuple[tuple[str, str | None], ...]:
    """Name the members of the collaboration, the lead first."""
    return KOMMUNER if size is Size.WORST else KOMMUNER[-FEW:][::-1]


def lead(size: Size) -> str:
    """Name the lead."""
    return f"{kommuner(size)[0][0]} kommune"


def project(size: Size, language: str) -> str:
    """Name the project."""
    if size is Size.NORMAL:
        return Bilingual("Felles journal på kysten", "Felles journal på kysten").in_(language)
    return Bilingual(
        "Ovttas buoret dearvvašvuođabálvalusat – samordnet anskaffelse og innføring av journalløsning "
        "for legevakt, sykehjem, helsestasjon og hjemmebaserte tjenester i 26 kommuner",
        "Ovttas buoret dearvvašvuođabálvalusat – samordna innkjøp og innføring av journalløysing "
        "for legevakt, sjukeheim, helsestasjon og heimebaserte tenester i 26 kommunar",
    ).in_(language)


def head(size: Size, language: str, *, copies: bool = False) -> Letterhead:
    """Give the frame of a letter."""
    name, number = kommuner(size)[0]
    worst = size is Size.WORST
    return Letterhead(
        language=language,
        office=Office(
            name="Helsedirektoratet",
            unit=OFFICE.in_(language),
            organisation_number="983544622",
            address=("Postboks 1", "0001 Oslo"),
            email="tilskudd@example.no",
            phone="00 00 00 00",
            website="tilskudd.example.no",
        ),
        addressee=Addressee(
            name=f"{name} kommune",
            address=("Rådhusgata 1", "0001 Eksempel"),
            organisation_number=number,
            attention="Áŋŋel Čáŋžžášjávri-Nordmann" if worst else None,
        ),
        case_number="2026/00123" if not worst else "2026/12345",
        dated=DATED,
        case_officer=Official(
            name="Kari Nordmann", title=Bilingual("seniorrådgiver", "seniorrådgivar").in_(language)
        ),
        responsible=Official(name="Ola Nordmann", title="avdelingsdirektør"),
        your_reference="26/4711-3" if worst else None,
        copies=tuple(f"{other} kommune" for other, _ in kommuner(size)[1:]) if copies else (),
        notice=NOTICE.in_(language),
    )
