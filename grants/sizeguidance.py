"""Guidance on a question for kommuner of a certain size, as a value and as it is kept (inv. 73)."""

from dataclasses import dataclass

from foundation.columns import JsonValue
from foundation.language import Bilingual


@dataclass(frozen=True, slots=True)
class SizeGuidance:
    """What helps a kommune with no more than so many inhabitants to answer in few words."""

    most: int
    text: Bilingual

    def suits(self, inhabitants: int | None) -> bool:
        """Tell whether it is for somebody of a size; who has no inhabitants is no kommune."""
        return inhabitants is not None and inhabitants <= self.most


def guidance_from(kept: JsonValue | None) -> SizeGuidance | None:
    """Read guidance as it is kept in a row."""
    if not kept:
        return None
    return SizeGuidance(kept["most"], Bilingual(nb=kept["nb"], nn=kept["nn"]))


def guidance_kept(guidance: SizeGuidance | None) -> JsonValue | None:
    """Write guidance as it is kept in a row; None when there is none."""
    if guidance is None:
        return None
    return JsonValue(most=guidance.most, nb=guidance.text.nb, nn=guidance.text.nn)
