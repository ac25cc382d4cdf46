"""The parts of decision letters. Texts are in the letter's language, amounts in øre."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from foundation.letterhead import Stated, require
from foundation.money import NOTHING, Ore


class Instead(StrEnum):
    """Why a decision takes the place of the one before it in its case."""

    MORE_MONEY = "more_money"
    COMPLAINT = "complaint"


@dataclass(frozen=True, kw_only=True)
class Subject(Stated):
    """What the decision is about."""

    scheme: str
    call: str
    project: str
    applicant: str
    """The lead (hovedsøker), responsible for the grant towards the state."""
    submitted_on: date
    first_year: int
    last_year: int
    budget_line: str
    """Chapter and post, as `kap. 701 post 60`."""
    regulation: str
    """The regulation's name as it stands after «regelverk for», with no date."""
    regulation_from: date
    """The day that version of the regulation came into force."""


@dataclass(frozen=True, kw_only=True)
class YearAmount(Stated):
    """What was asked and granted for one year."""

    year: int
    asked: Ore
    granted: Ore


@dataclass(frozen=True, kw_only=True)
class StartRate(Stated):
    """How much of what is asked for a project can get if it starts this year (inv. 97, 191)."""

    year: int
    percent: int


@dataclass(frozen=True, kw_only=True)
class Participant(Stated):
    """One member of the collaboration."""

    name: str
    role: str
    """As `hovedsøker`, `deltaker`, `observatør`."""
    organisation_number: str | None = None
    own_share: Ore = NOTHING
    """What the member itself puts in, money and effort, over the whole period."""


@dataclass(frozen=True, kw_only=True)
class Activity(Stated):
    """An activity the grant may be used for."""

    name: str
    amount: Ore | None = None
    """The part of the grant meant for it, when the decision says so."""


@dataclass(frozen=True, kw_only=True)
class CriterionReason(Stated):
    """How one award criterion was judged: the mark, what it means, and the officers' reason."""

    name: str
    weight: Decimal
    """In per cent of the whole."""
    mark: Decimal
    best_mark: Decimal
    points: Decimal
    """Weighted points of the whole (0 to the weight)."""
    anchor: str
    """What this mark means on this criterion (ankertekst)."""
    reason: str
    """The agreed reason (moderering), in the officers' words."""
    threshold: Decimal | None = None
    """The lowest mark the criterion allows, when it has one."""

    @property
    def is_below_threshold(self) -> bool:
        """Tell whether the mark alone is too low for a grant."""
        return self.threshold is not None and self.mark < self.threshold


@dataclass(frozen=True, kw_only=True)
class Competition(Stated):
    """The priority situation: what was asked for, what there was, and where the line went."""

    deadline: date
    applications: int
    asked: Ore
    frame: Ore
    assessed: int
    """How many applications met the requirements and were ranked."""
    awarded: int
    rank: int
    points: Decimal
    """This application's points."""
    line: Decimal | None
    """The lowest points that gave a grant; None when nothing was granted."""
    best_points: Decimal = Decimal(100)

    def __post_init__(self) -> None:
        """Let the line be missing when nobody was granted anything, and only then."""
        if self.line is None and self.awarded == 0:
            return
        super().__post_init__()


@dataclass(frozen=True, kw_only=True)
class Reduction(Stated):
    """Why less is granted than asked for, and by how much."""

    amount: Ore
    reason: str


@dataclass(frozen=True, kw_only=True)
class Instalment(Stated):
    """One payment."""

    name: str
    amount: Ore
    when: str
    """What must be in place, as `Når dere har akseptert tilskuddet`."""


@dataclass(frozen=True, kw_only=True)
class Condition(Stated):
    """One condition for the grant (vilkår)."""

    reference: str
    """Its code in the call, as `V3`."""
    text: str
    basis: str | None = None
    """Where the condition comes from, as a paragraph of the regulation."""
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReportDuty(Stated):
    """One report the recipient owes."""

    name: str
    period: str
    """What it covers, as `2026` or `hele prosjektperioden`."""
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Fault(Stated):
    """A requirement the application does not meet, and what was found."""

    requirement: str
    finding: str
    basis: str
    """The paragraph of the regulation or the point of the call that sets the requirement."""


@dataclass(frozen=True, kw_only=True)
class Complaint(Stated):
    """The right to complain, as the call's setting has it.

    Whether a grant to kommuner alone is an enkeltvedtak is a legal question each scheme answers;
    when the call says it is not, the letter says so in the call's own words.
    """

    allowed: bool
    weeks: int = 3
    body: str | None = None
    """Who decides the complaint (klageinstans)."""
    explanation: str | None = None
    """Why there is no right to complain."""

    def __post_init__(self) -> None:
        """Require the body when complaint is allowed, the explanation when it is not."""
        super().__post_init__()
        if self.allowed:
            require(self, "body")
        else:
            require(self, "explanation")
