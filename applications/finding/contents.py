"""What a plan and a group hold, as values: what acts take in."""

from dataclasses import dataclass
from datetime import date

from applications.finding.models import ServiceArea
from foundation.saying import compared

OPEN_TO_KOMMUNER = frozenset({"T1", "T2"})
"""The measures that kommuner apply for: procurement and introduction (4.1.1, 4.1.2; inv. 39–40)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """What a plan says. `needs` are the ids of B1–B13, `networks` the codes of the list."""

    needs: frozenset[int] = frozenset()
    services: frozenset[ServiceArea] = frozenset()
    networks: frozenset[str] = frozenset()
    present_system: str = ""
    wanted_from: date | None = None
    description: str = ""
    public_summary: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""


def system_key(name: str) -> str | None:
    """Give what a system's name is compared by: letters and digits in lower case; None for no name."""
    return compared(name) or None
