"""What-if as its pages show it: what is supposed, what it changes, and whom it turns."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from applications.facts import lead_of
from applications.models import Application
from assessments.models import Proposal
from criteria.allocation import (
    Line,
    Method,
    Selection,
    Terms,
    Worsening,
    allocate,
    more_frame_can_worsen,
)
from criteria.ranking import Ranked
from criteria.whatif import (
    Change,
    Flip,
    FrameBy,
    Round,
    SharedOutAs,
    SmallestGrant,
    Steady,
    ThresholdAt,
    Together,
    Turn,
    WeightsAs,
    WithoutOfficer,
    what_if,
)
from foundation.late import late
from foundation.money import NOTHING, Ore

MOST_TO_SOLVE = 500
"""The best combination of more cases than this is no longer found while somebody waits for a page."""


class Unmakeable(StrEnum):
    """Why what is supposed cannot be made into a proposal: it follows the call's own rules."""

    NOTHING_SUPPOSED = "nothing_supposed"
    OTHER_RULES = "other_rules"
    FRAME_ABOVE_THE_CALLS = "frame_above_the_calls"
    NO_FRAME = "no_frame"


@dataclass(frozen=True, slots=True)
class Supposed:
    """How a round could be shared out. Everything is said, also what is as it is."""

    frame: Ore
    threshold: int
    min_grant: Ore | None
    method: Method
    selection: Selection
    share_percent: int
    without: int | None
    weights: Mapping[str, int]

    def changes(self, now: Round) -> Together:
        """Give what is otherwise than in a round."""
        return Together(tuple(self._changes(now)))

    def other_rules(self, now: Round) -> bool:
        """Tell whether anything but the frame is otherwise."""
        return any(not isinstance(one, FrameBy) for one in self._changes(now))

    def _changes(self, now: Round) -> Iterator[Change]:
        terms = now.terms
        if self.frame != terms.frame:
            yield FrameBy(Ore(self.frame - terms.frame))
        if Decimal(self.threshold) != terms.threshold:
            yield ThresholdAt(Decimal(self.threshold))
        if self.min_grant != terms.min_grant:
            yield SmallestGrant(self.min_grant)
        way = (self.method, self.selection, self.share_percent)
        if way != (terms.method, terms.selection, terms.share_percent):
            yield SharedOutAs(*way)
        if self.weights != {one.code: one.weight for one in now.criteria}:
            yield WeightsAs(self.weights)
        if self.without is not None:
            yield WithoutOfficer(self.without)


@dataclass(frozen=True, slots=True)
class Sum:
    """What an outcome comes to: the frame, what is given of it, and to how many."""

    frame: Ore
    granted: Ore
    funded: int
    cases: int


@dataclass(frozen=True, slots=True)
class Turned:
    """A case that turns, with its lead; `more` is how much more it gets, in øre."""

    application: Application
    lead: str
    flip: Flip

    @property
    def more(self) -> Ore:
        """How much more it gets, or less when negative."""
        return Ore(self.flip.amounts[1] - self.flip.amounts[0])


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of a proposal if something is otherwise.

    `left_out` are the cases that nobody else has assessed; `worsening` tells whether more frame can leave
    somebody with less under what is supposed.
    """

    before: Sum
    after: Sum
    turned: tuple[Turned, ...]
    left_out: tuple[Application, ...]
    unmakeable: Unmakeable | None
    worsening: Worsening | None

    @property
    def counts(self) -> Mapping[str, int]:
        """How many cases turn in each way."""
        turned = Counter(one.flip.turn for one in self.turned)
        return {turn.value: turned[turn] for turn in Turn}


@dataclass(frozen=True, slots=True)
class SteadyRow:
    """A case with its place, what it gets, and how often it gets something."""

    application: Application
    lead: str
    place: int
    amount: Ore
    steady: Steady


def answer(proposal: Proposal, now: Round, supposed: Supposed) -> Answer:
    """Work out a proposal as it would be.

    Raises TermsError for ways that do not go together, and OptimumError where no best combination can be
    found.
    """
    change = supposed.changes(now)
    after = change.made_in(now)
    found = what_if(now, change, shared)
    cases = {line.application_id: line.application for line in proposal.lines}
    turned = (
        Turned(cases[one.application], _lead(cases[one.application]), one) for one in found.flips
    )
    return Answer(
        before=_sum(now.terms, found.before),
        after=_sum(after.terms, found.after),
        turned=tuple(sorted(turned, key=lambda one: (-abs(one.more), one.application.id))),
        left_out=tuple(cases[one] for one in found.left_out),
        unmakeable=_unmakeable(proposal, now, supposed),
        worsening=more_frame_can_worsen(after.terms),
    )


def steady_rows(proposal: Proposal, found: Iterable[Steady]) -> list[SteadyRow]:
    """Give how often each case of a proposal gets something, in the order of the list."""
    by_case = {one.application: one for one in found}
    return [
        SteadyRow(
            line.application,
            _lead(line.application),
            line.place,
            line.amount,
            by_case[line.application_id],
        )
        for line in proposal.lines
        if line.application_id in by_case
    ]


def shared(ranking: Iterable[Ranked], terms: Terms) -> tuple[Line, ...]:
    """Share a frame out by whichever way the terms ask for; the solver is loaded when it is needed."""
    if terms.selection is Selection.DOWN_THE_LIST:
        return allocate(ranking, terms)
    lines: tuple[Line, ...] = late("criteria.allocation.optimum", "find")(ranking, terms).lines
    return lines


def is_too_large(now: Round, supposed: Supposed) -> bool:
    """Tell whether the best combination of a round is too much to find while somebody waits."""
    solved = {now.terms.selection, supposed.selection}
    return Selection.OPTIMUM in solved and len(now.cases) > MOST_TO_SOLVE


def _sum(terms: Terms, lines: tuple[Line, ...]) -> Sum:
    return Sum(
        terms.frame,
        Ore(sum(line.amount for line in lines)),
        sum(line.amount > NOTHING for line in lines),
        len(lines),
    )


def _lead(application: Application) -> str:
    return lead_of(application).organisation.name


def _unmakeable(proposal: Proposal, now: Round, supposed: Supposed) -> Unmakeable | None:
    if supposed.other_rules(now):
        return Unmakeable.OTHER_RULES
    if supposed.frame == now.terms.frame:
        return Unmakeable.NOTHING_SUPPOSED
    if supposed.frame > proposal.call.frame:
        return Unmakeable.FRAME_ABOVE_THE_CALLS
    return Unmakeable.NO_FRAME if supposed.frame == NOTHING else None
