"""A call's calculation rules (beregningsregler): how a frame is shared out (inv. 93, 97, 171)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from criteria.allocation.portfolio import Bound
from criteria.ranking import USUAL_TIES, Ties
from foundation.money import NOTHING, Ore, kroner

WHOLE_THOUSANDS = kroner(1000)
ALL = 100


class Method(StrEnum):
    """How much each gets.

    FULL_UNTIL_SPENT: in full; the last may get less. SHARE_OF_ASKED: at most a set percentage of what
    it asked. FULL_OR_NOTHING: in full; the first that does not fit ends the list. FULL_OR_NEXT: in
    full; who does not fit is passed over. PROPORTIONAL: all the same percentage, as high as the frame
    allows.
    """

    FULL_UNTIL_SPENT = "full_until_spent"
    SHARE_OF_ASKED = "share_of_asked"
    FULL_OR_NOTHING = "full_or_nothing"
    FULL_OR_NEXT = "full_or_next"
    PROPORTIONAL = "proportional"

    @property
    def gives_parts(self) -> bool:
        """Tell whether somebody may get less because of the frame."""
        return self not in (Method.FULL_OR_NOTHING, Method.FULL_OR_NEXT)


class Selection(StrEnum):
    """How it is chosen who gets: from the top of the list, or what gives most in all."""

    DOWN_THE_LIST = "down_the_list"
    OPTIMUM = "optimum"


class Aim(StrEnum):
    """What the optimum makes as large as possible.

    POINTS_FOR_MONEY: every krone counts with the score of the application it goes to. MOST_POINTS:
    every application counts with its score, in part when it gets a part of what it may have.
    """

    POINTS_FOR_MONEY = "points_for_money"
    MOST_POINTS = "most_points"


class Worsening(StrEnum):
    """Why more frame can leave somebody with less.

    PASSES_OVER: a larger application that now fits takes what a smaller one below it had.
    SHARES_WITH_MORE: more reach the smallest grant, and the rest share with them. CHOOSES_ANEW: the
    best combination under another frame may be quite another.
    """

    PASSES_OVER = "passes_over"
    SHARES_WITH_MORE = "shares_with_more"
    CHOOSES_ANEW = "chooses_anew"


class TermsError(ValueError):
    """The terms of a call cannot be followed."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the call says about sharing out. Raises TermsError for what cannot be.

    `threshold` is the lowest score that is enough; `min_grant` the smallest grant that is made and
    `max_grant` the largest; `bounds` what the portfolio as a whole must keep to.
    """

    frame: Ore
    threshold: Decimal
    method: Method
    share_percent: int = ALL
    min_grant: Ore | None = None
    rounding: Ore = WHOLE_THOUSANDS
    max_grant: Ore | None = None
    bounds: tuple[Bound, ...] = ()
    ties: Ties = USUAL_TIES
    selection: Selection = Selection.DOWN_THE_LIST
    aim: Aim = Aim.POINTS_FOR_MONEY

    def __post_init__(self) -> None:
        """Refuse what contradicts itself, and what equal shares have no answer to."""
        if self.frame < 0:
            raise TermsError(f"frame {self.frame}")
        if not 1 <= self.share_percent <= ALL:
            raise TermsError(f"share {self.share_percent} %")
        if self.rounding <= 0:
            raise TermsError(f"rounding to {self.rounding} øre")
        if self.max_grant is not None and self.max_grant < self.smallest:
            raise TermsError(f"largest {self.max_grant} below smallest {self.smallest}")
        if self.method is Method.PROPORTIONAL:
            self._refuse_choosing()

    @property
    def smallest(self) -> Ore:
        """The smallest amount that can be granted at all."""
        return max(self.min_grant or NOTHING, self.rounding)

    def rounded_down(self, amount: Ore) -> Ore:
        """Give an amount rounded down to what the terms count in."""
        return Ore(amount // self.rounding * self.rounding)

    def _refuse_choosing(self) -> None:
        if self.selection is Selection.OPTIMUM:
            raise TermsError("equal shares leave nothing to choose")
        if any(bound.most_amount is not None or bound.has_floor for bound in self.bounds):
            raise TermsError("equal shares keep to numbers of cases, not to amounts or floors")


def more_frame_can_worsen(terms: Terms) -> Worsening | None:
    """Tell why more frame can leave somebody with less under these terms; None when it never can."""
    if terms.selection is Selection.OPTIMUM:
        return Worsening.CHOOSES_ANEW
    if terms.method is Method.FULL_OR_NEXT:
        return Worsening.PASSES_OVER
    if terms.method is Method.PROPORTIONAL and terms.min_grant is not None:
        return Worsening.SHARES_WITH_MORE
    return None
