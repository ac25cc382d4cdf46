"""What the letters say that are about no decision of their own: one value for each kind.

The act that causes such a letter gives one of these; it is kept with the letter and read again by the
worker that makes the document. Dates are dates in Oslo, amounts øre, texts in the office's own words.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from decisions.letterkinds import LetterKind
from foundation.language import NYNORSK
from foundation.letterhead import LetterError, Stated
from foundation.money import NOTHING, Ore


class Occasion(StrEnum):
    """What a reminder is about."""

    ACCEPTANCE = "acceptance"
    REPORT = "report"
    DEFICIENCY = "deficiency"


class ComplaintResult(StrEnum):
    """What came of a complaint."""

    UPHELD = "upheld"
    """The decision stands."""
    PARTLY_REVERSED = "partly_reversed"
    REVERSED = "reversed"
    REJECTED = "rejected"
    """The complaint is not taken up (avvist)."""
    SENT_BACK = "sent_back"
    """The decision is set aside and must be made anew (opphevet)."""


@dataclass(frozen=True, kw_only=True)
class Saying(Stated):
    """What a letter of one kind says besides what all letters of a case do."""

    kind: ClassVar[LetterKind]
    to_partners: ClassVar[bool] = False
    """Whether those who take part besides the lead get a copy."""
    with_complaint: ClassVar[bool] = False
    """Whether the letter tells of the right to complain, as the call has it."""


@dataclass(frozen=True, kw_only=True)
class InterimReply(Saying):
    """Foreløpig svar: no decision within a month, and when there will be one."""

    kind = LetterKind.INTERIM_REPLY
    expected_on: date
    reason_nb: str = ""
    reason_nn: str = ""
    """Why it takes time: in both forms, or in neither."""


@dataclass(frozen=True, kw_only=True)
class Reminder(Saying):
    """Purring: a deadline that nears or has passed. A report is named."""

    kind = LetterKind.REMINDER
    about: Occasion
    due_on: date
    report: str = ""

    def __post_init__(self) -> None:
        """Require the report's name where one is asked for."""
        super().__post_init__()
        if self.about is Occasion.REPORT and not self.report.strip():
            raise LetterError("Reminder.report")


@dataclass(frozen=True, kw_only=True)
class ChangeAnswer(Saying):
    """Yes or no to a change of the project."""

    kind = LetterKind.CHANGE_APPROVAL
    to_partners = True
    approved: bool
    asked_on: date
    change: str
    reason: str
    change_nn: str | None = None
    """The change in nynorsk, where it is worded in both forms."""


@dataclass(frozen=True, kw_only=True)
class ReclaimNotice(Saying):
    """Forhåndsvarsel: we consider to ask for money back, and the party may speak first."""

    kind = LetterKind.RECLAIM_NOTICE
    amount: Ore
    cause: str
    reply_by: date


@dataclass(frozen=True, kw_only=True)
class Reclaim(Saying):
    """Vedtak om tilbakebetaling."""

    kind = LetterKind.RECLAIM
    with_complaint = True
    amount: Ore
    cause: str
    pay_by: date
    pay_to: str
    """The office's bank account, eleven digits."""
    noticed_on: date | None = None
    interest: str | None = None
    """The source of the rule of interest on what is paid late, where the scheme has one."""


@dataclass(frozen=True, kw_only=True)
class ReductionNotice(Saying):
    """Forhåndsvarsel: we consider to make the grant less, and the party may speak first."""

    kind = LetterKind.REDUCTION_NOTICE
    amount: Ore
    cause: str
    reply_by: date


@dataclass(frozen=True, kw_only=True)
class Reduction(Saying):
    """Vedtak om avkorting: what is not paid any more, and what is to be paid back, by when and where."""

    kind = LetterKind.REDUCTION
    with_complaint = True
    amount: Ore
    cause: str
    cut: Ore
    back: Ore
    noticed_on: date
    pay_by: date | None = None
    pay_to: str | None = None
    interest: str | None = None
    """The source of the rule of interest on what is paid late, where something is to be paid back."""


@dataclass(frozen=True, kw_only=True)
class InterestClaim(Saying):
    """Krav om renter: what is charged and for which days, and what is owed with it."""

    kind = LetterKind.INTEREST
    charged: Ore
    first_on: date
    last_on: date
    source: str
    """The rule that it is charged by."""
    principal: Ore
    interest: Ore
    """All interest that is charged and not paid, also from before."""
    pay_to: str

    @property
    def owed(self) -> Ore:
        """What is to be paid in all."""
        return Ore(self.principal + self.interest)


@dataclass(frozen=True, kw_only=True)
class CarryOver(Saying):
    """Whether money that was not spent in a year may be spent in the next."""

    kind = LetterKind.CARRY_OVER
    to_partners = True
    from_year: int
    unspent: Ore
    carried: Ore
    reason: str
    asked: Ore | None = None
    """What was applied for; None: all that was left."""
    to_return: Ore | None = None
    """What is with the recipient and is to be paid back; None: all that is not carried."""
    lapsed: Ore | None = None
    """What was never paid, and will not be."""
    use_by: date | None = None

    def __post_init__(self) -> None:
        """Carry no more over than was applied for, and apply for no more than was left."""
        super().__post_init__()
        if not NOTHING <= self.carried <= self.wanted <= self.unspent:
            raise LetterError("CarryOver.carried")

    @property
    def wanted(self) -> Ore:
        """What was applied for."""
        return self.unspent if self.asked is None else self.asked

    @property
    def back(self) -> Ore:
        """What is to be paid back."""
        return Ore(self.wanted - self.carried) if self.to_return is None else self.to_return


@dataclass(frozen=True, kw_only=True)
class Forwarding(Saying):
    """Oversending: the complaint is with the appeal body, and the party may comment on what we said."""

    kind = LetterKind.FORWARDING
    complained_on: date
    decided_on: date
    statement: str
    comment_by: date


@dataclass(frozen=True, kw_only=True)
class ComplaintAnswer(Saying):
    """What came of a complaint, by whom, and why."""

    kind = LetterKind.COMPLAINT_DECISION
    to_partners = True
    complained_on: date
    decided_on: date
    """When the decision was made that was complained of."""
    result: ComplaintResult
    by_appeal_body: bool
    reason: str


@dataclass(frozen=True, kw_only=True)
class Correction(Saying):
    """A clerical error in a letter, and what should have stood there.

    `wrong_nn` and `right_nn` are the words of the letter in nynorsk, where another letter was in bokmål.
    """

    kind = LetterKind.CORRECTION
    to_partners = True
    wrong_in: LetterKind
    wrong_on: date
    wrong: str
    right: str
    wrong_nn: str | None = None
    right_nn: str | None = None
    why: str = ""
    correction: int | None = None
    """The correction of a decision that it tells of; None for a letter of another kind."""

    def texts_in(self, language: str) -> tuple[str, str]:
        """Give what stood and what shall stand, in the words of one form of Norwegian."""
        nn = language == NYNORSK
        return (self.wrong_nn if nn else None) or self.wrong, (
            self.right_nn if nn else None
        ) or self.right


SAYINGS: dict[LetterKind, type[Saying]] = {
    one.kind: one
    for one in (
        InterimReply,
        Reminder,
        ChangeAnswer,
        ReclaimNotice,
        Reclaim,
        ReductionNotice,
        Reduction,
        InterestClaim,
        CarryOver,
        Forwarding,
        ComplaintAnswer,
        Correction,
    )
}
