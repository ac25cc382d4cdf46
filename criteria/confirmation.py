"""A partner's confirmation is bound to its own part: any change to that part makes it void.

Partners must be truly and bindingly anchored (inv. 64, 68): what was signed is the part as it
was then, so its fingerprint covers every fact of it and nothing of the other partners' parts.
"""

from dataclasses import dataclass
from datetime import date

from criteria.canonical import digest


@dataclass(frozen=True, slots=True)
class Part:
    """What one partner says yes to. Budget rows are (year, activity, source, øre), in any order."""

    application: int
    organisation: int
    role: str
    budget: tuple[tuple[int, str, str, int], ...]
    effort_hours: int
    title: str
    period: tuple[date, date] | None


def fingerprint(part: Part) -> str:
    """Give the SHA-256 (hex) of a part; the order of the budget rows means nothing."""
    return digest(
        {
            "application": part.application,
            "organisation": part.organisation,
            "role": part.role,
            "budget": sorted(part.budget),
            "effort_hours": part.effort_hours,
            "title": part.title,
            "period": [day.isoformat() for day in part.period] if part.period else None,
        }
    )
