"""The list of points that a scheme begins with: what the state looks for in a grant (inv. 196)."""

from dataclasses import dataclass

from followup.controls.kinds import CheckItem, Severity
from foundation.language import Bilingual


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a checklist. `severity`: suggested of a breach; `basis`: its legal basis."""

    code: str
    text: Bilingual
    severity: Severity
    basis: str


_LETTER = "Vilkårene i tilskuddsbrevet"
_BUDGET = "Bevilgningsreglementet § 10"

STANDARD = (
    Point(
        CheckItem.USED_AS_DECIDED.value,
        Bilingual(
            "Tilskuddet er brukt til det vedtaket sier", "Tilskotet er brukt til det vedtaket seier"
        ),
        Severity.GRAVE,
        _BUDGET,
    ),
    Point(
        CheckItem.ACCOUNTS_AGREE.value,
        Bilingual("Regnskapet stemmer med bilagene", "Rekneskapen stemmer med bilaga"),
        Severity.BREACH,
        _BUDGET,
    ),
    Point(
        CheckItem.OWN_SHARE.value,
        Bilingual("Egenandelen er dokumentert", "Eigendelen er dokumentert"),
        Severity.BREACH,
        _LETTER,
    ),
    Point(
        CheckItem.PROCUREMENT.value,
        Bilingual("Reglene for anskaffelser er fulgt", "Reglane for innkjøp er følgde"),
        Severity.BREACH,
        "Anskaffelsesloven",
    ),
    Point(
        CheckItem.PARTNERS_SHARED.value,
        Bilingual("Deltakerne har fått sin del", "Deltakarane har fått sin del"),
        Severity.BREACH,
        _LETTER,
    ),
    Point(
        CheckItem.CONDITIONS_MET.value,
        Bilingual(
            "Vilkårene i tilskuddsbrevet er oppfylt", "Vilkåra i tilskotsbrevet er oppfylte"
        ),
        Severity.BREACH,
        _LETTER,
    ),
    Point(
        CheckItem.REPORTED_TRULY.value,
        Bilingual("Det som er rapportert, er gjort", "Det som er rapportert, er gjort"),
        Severity.GRAVE,
        _LETTER,
    ),
)
"""What every scheme begins with, until its administrator writes a list of its own."""
