"""The letter that asks for what is missing (mangelbrev)."""

from dataclasses import dataclass
from datetime import date

from foundation.law import References
from foundation.letterhead import Letterhead, Stated


@dataclass(frozen=True, kw_only=True)
class Deficiency(Stated):
    """One thing that is missing or unclear."""

    subject: str
    """Where it is in the application, as `Budsjett 2026`."""
    wanted: str
    """What the applicant must do, in whole sentences."""
    basis: str | None = None
    """The requirement it comes from, as a paragraph of the regulation or a point of the call."""


@dataclass(frozen=True, kw_only=True)
class DeficiencyLetter(Stated):
    """What must be mended, and by when."""

    head: Letterhead
    scheme: str
    call: str
    project: str
    submitted_on: date
    deficiencies: tuple[Deficiency, ...]
    due_on: date
    law: References
    opened: tuple[str, ...] = ()
    """The parts of the application that are open for correction, as `Aktiviteter`."""
