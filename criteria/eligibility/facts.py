"""What the formal control needs to know: of the call its rules, of the application its facts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from criteria.budget import Line
from foundation.money import Ore

MUNICIPALITY = "municipality"
LEAD = "lead"
PARTICIPANT = "participant"
OBSERVER = "observer"
MIDT_NORGE = "Midt-Norge"


NEVER_LEADS = frozenset({"health_trust", "regional_health_authority"})
"""The kinds that only take part: the scheme pays kommuner, a helseforetak comes with them (inv. 70)."""


class MidtNorge(StrEnum):
    """Whether kommuner in health region Midt-Norge may take part (inv. 28, 84–85, 393)."""

    ALLOWED = "allowed"
    EXCLUDED = "excluded"
    UNDECIDED = "undecided"


class Enough(StrEnum):
    """Whether a collaboration must be large in both ways, in kommuner and in people, or in one of them."""

    BOTH = "both"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers of a call. A limit of None is no limit.

    `eligible_kinds` may lead; `partner_kinds` may take part beside them, None for any kind. A call for
    exactly one named organisation has its number in `only_lead`: then no other may lead, whatever kind.
    """

    min_kommuner: int
    own_share_percent: int
    min_grant: Ore | None
    max_grant: Ore | None
    midt_norge: MidtNorge
    first_year: int
    last_year: int
    opens_on: date
    closes_on: date
    eligible_kinds: frozenset[str]
    partner_kinds: frozenset[str] | None = None
    only_lead: int | None = None
    min_population: int | None = None
    enough: Enough = Enough.BOTH
    min_grant_per_partner: Ore | None = None
    max_grant_per_partner: Ore | None = None
    max_months: int | None = None


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """One organisation in a collaboration. Kinds and roles are the words the registers use.

    `number` is what the budget's lines know the partner by; inhabitants are a kommune's.
    """

    organisation: int
    kind: str
    role: str
    health_region: str | None
    confirmed: bool
    number: int = 0
    name: str = ""
    inhabitants: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """An application. `activities`: chosen codes that the call supports; moments are aware."""

    partners: tuple[PartnerFacts, ...]
    lines: tuple[Line, ...]
    activities: frozenset[str]
    start_on: date | None
    end_on: date | None
    submitted_at: datetime | None
    other_applications_as_lead: int

    @property
    def members(self) -> tuple[PartnerFacts, ...]:
        """The partners that carry the project: the lead and the participants, not the observers."""
        return tuple(partner for partner in self.partners if partner.role in (LEAD, PARTICIPANT))

    @property
    def leads(self) -> tuple[PartnerFacts, ...]:
        """The partners entered as lead; there should be exactly one."""
        return tuple(partner for partner in self.partners if partner.role == LEAD)

    @property
    def kommuner(self) -> tuple[PartnerFacts, ...]:
        """The kommuner that carry the project. No other kind counts as one."""
        return tuple(member for member in self.members if member.kind == MUNICIPALITY)
