"""What a call's sheet says, as frozen values. Amounts are øre."""

from dataclasses import dataclass
from datetime import date

from accounts.models import OrganisationKind
from criteria.allocation import Method
from criteria.asking import ShownWhen
from criteria.instalments import Trigger
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Purpose, QuestionKind, RuleKey
from grants.sizeguidance import SizeGuidance
from grants.tablecolumns import TableColumn


@dataclass(frozen=True, slots=True)
class KindSheet:
    """A kind of organisation that may take part, and whether it may lead."""

    kind: OrganisationKind
    may_lead: bool


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """A rule of the call. `value` is a whole number (amounts in kroner), a word, or "" for no limit."""

    key: RuleKey
    value: str
    note: Bilingual
    chosen_by_administrator: bool
    source: str


@dataclass(frozen=True, slots=True)
class ActivitySheet:
    """What the grant may be used for; what it may not has `supported` false and its reason."""

    code: str
    text: Bilingual
    supported: bool
    reason: Bilingual | None
    source: str


@dataclass(frozen=True, slots=True)
class ConditionSheet:
    """A condition of every grant in the call."""

    code: str
    title: Bilingual
    text: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class ChoiceSheet:
    """One answer that a question offers."""

    value: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """A question in its section of the call. The bounds of an amount are in øre."""

    code: str
    version: int
    section: Bilingual
    kind: QuestionKind
    label: Bilingual
    help: Bilingual | None
    required: bool
    max_chars: int | None
    choices: tuple[ChoiceSheet, ...]
    unit: Bilingual | None = None
    lowest: int | None = None
    highest: int | None = None
    columns: tuple[TableColumn, ...] = ()
    may_be_irrelevant: bool = False
    shown_when: ShownWhen | None = None
    purpose: Purpose = Purpose.APPLICATION
    guidance: SizeGuidance | None = None


@dataclass(frozen=True, slots=True)
class AttachmentSheet:
    """A document that an application must have with it."""

    code: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class CriterionSheet:
    """An award criterion. A gate is not scored, weighs nothing and has no anchors.

    `anchors[mark]` says what the mark means, from 0 to `max_mark`.
    """

    code: str
    scored: bool
    name: Bilingual
    guidance: Bilingual
    weight: int
    max_mark: int
    threshold: int | None
    anchors: tuple[Bilingual, ...]
    source: str


@dataclass(frozen=True, slots=True)
class PlanStepSheet:
    """A step of the payment plan."""

    position: int
    percent: int
    trigger: Trigger
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A whole call: everything it asks and promises. Gates stand before the scored criteria."""

    code: str
    scheme_code: str
    measure_code: str
    chapter: int
    post: int
    title: Bilingual
    purpose: Bilingual
    applicants: Bilingual
    opens_on: date
    closes_on: date
    frame: Ore
    first_year: int
    last_year: int
    method: Method
    appeal_allowed: bool
    appeal_text: Bilingual
    kinds: tuple[KindSheet, ...]
    rules: tuple[RuleSheet, ...]
    activities: tuple[ActivitySheet, ...]
    conditions: tuple[ConditionSheet, ...]
    questions: tuple[QuestionSheet, ...]
    required_attachments: tuple[AttachmentSheet, ...]
    criteria: tuple[CriterionSheet, ...]
    plan_steps: tuple[PlanStepSheet, ...]
    report_questions: tuple[QuestionSheet, ...] = ()
    """What reports ask, each with its purpose."""

    @property
    def gates(self) -> tuple[CriterionSheet, ...]:
        """The criteria answered with yes or no."""
        return tuple(one for one in self.criteria if not one.scored)

    @property
    def scored(self) -> tuple[CriterionSheet, ...]:
        """The criteria that get a mark."""
        return tuple(one for one in self.criteria if one.scored)
