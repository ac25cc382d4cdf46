"""What was opened for correction as pages show it: both versions beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from applications.corrections.content import Difference, differences
from applications.corrections.opening import corrections_of
from applications.models import Application
from criteria.completeness import Section
from foundation import words


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """A section that was opened, and what was changed in it; None while it is still open."""

    section: Section
    label: str
    changed: Sequence[Difference] | None


def shown_corrections(application: Application) -> dict[int, list[ShownCorrection]]:
    """Give what was opened with each deficiency letter. Needs the application whole; one query."""
    found: dict[int, list[ShownCorrection]] = {}
    for one in corrections_of(application.id):
        changed = (
            None
            if one.after is None
            else differences(application, one.section, one.before, one.after)
        )
        found.setdefault(one.deficiency_id, []).append(
            ShownCorrection(one.section, words.say(one.section), changed)
        )
    return found
