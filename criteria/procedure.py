"""The case flow as one table: who may do what at which step, and where it leads.

The flow is that of the process chain in økonomibestemmelsene 6.3 (utlysning, søknadsbehandling,
vedtak, tilskuddsbrev, utbetaling, oppfølging) and the two stages of inv. 163: formal control, then
scoring. Complaint, instalment, report duty and change request have their own facts beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from criteria.steps import Act, Actor, PublicStep, Step, public_step

__all__ = [
    "FINAL_STEPS",
    "TRANSITIONS",
    "Act",
    "Actor",
    "ForbiddenMoveError",
    "PublicStep",
    "Step",
    "Transition",
    "acts_from",
    "mermaid",
    "public_step",
    "target_of",
    "transition_of",
]


class ForbiddenMoveError(ValueError):
    """The act cannot be done at this step."""

    def __init__(self, step: Step, act: Act) -> None:
        """Keep the step and the act, for the page that explains it."""
        super().__init__(f"{act} is not possible at {step}")
        self.step = step
        self.act = act


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the procedure: an act, the steps it starts from, and the one it leads to."""

    act: Act
    sources: frozenset[Step]
    target: Step
    actor: Actor


def _row(act: Act, sources: tuple[Step, ...], target: Step, actor: Actor) -> Transition:
    return Transition(act, frozenset(sources), target, actor)


_BEFORE_A_PROPOSAL = (
    Step.DRAFT, Step.SUBMITTED, Step.INCOMPLETE, Step.ELIGIBLE, Step.ASSESSED,
)  # fmt: skip
_BEFORE_A_DECISION = (*_BEFORE_A_PROPOSAL, Step.INELIGIBLE, Step.PROPOSED)
_UNDER_FORMAL_CONTROL = (Step.SUBMITTED, Step.INCOMPLETE)
_CAN_BE_FOUND_UNFIT = (*_UNDER_FORMAL_CONTROL, Step.ELIGIBLE, Step.ASSESSED)  # facts may change
_READY_FOR_PROPOSAL = (Step.ASSESSED, Step.PROPOSED)  # another proposal may be chosen instead
_READY_FOR_DECISION = (Step.PROPOSED, Step.INELIGIBLE)

TRANSITIONS: tuple[Transition, ...] = (
    _row(Act.SUBMIT, (Step.DRAFT,), Step.SUBMITTED, Actor.APPLICANT),
    _row(Act.WITHDRAW, _BEFORE_A_PROPOSAL, Step.WITHDRAWN, Actor.APPLICANT),
    _row(Act.ASK_FOR_MORE, (Step.SUBMITTED,), Step.INCOMPLETE, Actor.CASE_OFFICER),
    _row(Act.SUPPLEMENT, (Step.INCOMPLETE,), Step.SUBMITTED, Actor.APPLICANT),
    _row(Act.FIND_ELIGIBLE, _UNDER_FORMAL_CONTROL, Step.ELIGIBLE, Actor.CASE_OFFICER),
    _row(Act.FIND_INELIGIBLE, _CAN_BE_FOUND_UNFIT, Step.INELIGIBLE, Actor.CASE_OFFICER),
    _row(Act.FINISH_ASSESSMENT, (Step.ELIGIBLE,), Step.ASSESSED, Actor.CASE_OFFICER),
    _row(Act.PROPOSE, _READY_FOR_PROPOSAL, Step.PROPOSED, Actor.CASE_OFFICER),
    _row(Act.RETURN_TO_ASSESSMENT, _READY_FOR_PROPOSAL, Step.ELIGIBLE, Actor.DECISION_MAKER),
    _row(Act.DECIDE, _READY_FOR_DECISION, Step.DECIDED, Actor.DECISION_MAKER),
    _row(Act.PUBLISH_AWARD, (Step.DECIDED,), Step.AWARDED, Actor.SYSTEM),
    _row(Act.PUBLISH_REFUSAL, (Step.DECIDED,), Step.REFUSED, Actor.SYSTEM),
    _row(Act.PUBLISH_REJECTION, (Step.DECIDED,), Step.REJECTED, Actor.SYSTEM),
    _row(Act.ACCEPT, (Step.AWARDED,), Step.ACCEPTED, Actor.APPLICANT),
    _row(Act.DECLINE, (Step.AWARDED,), Step.DECLINED, Actor.APPLICANT),
    _row(Act.LAPSE, (Step.AWARDED,), Step.LAPSED, Actor.SYSTEM),
    _row(Act.COMPLETE, (Step.ACCEPTED,), Step.COMPLETED, Actor.CASE_OFFICER),
    _row(Act.WITHDRAW_CALL, _BEFORE_A_DECISION, Step.WITHDRAWN, Actor.ADMINISTRATOR),
    _row(Act.REVERSE, (Step.REFUSED,), Step.AWARDED, Actor.SYSTEM),
    _row(Act.REOPEN, (Step.REJECTED,), Step.ELIGIBLE, Actor.SYSTEM),
    _row(Act.AWARD_FROM_RESERVE, (Step.REFUSED,), Step.AWARDED, Actor.SYSTEM),
)

AFTER_THE_END = frozenset({Act.REVERSE, Act.REOPEN, Act.AWARD_FROM_RESERVE})
"""What only follows when a complaint is upheld (fvl. 1967 §§ 33 and 34; 2025: §§ 67 and 68), or when more
money comes and the case is next in line."""

_BY_ACT = MappingProxyType({row.act: row for row in TRANSITIONS})


def transition_of(act: Act) -> Transition:
    """Find the row of an act; every act has exactly one."""
    return _BY_ACT[act]


def target_of(step: Step, act: Act) -> Step:
    """Tell where an act leads from a step, or raise ForbiddenMoveError."""
    row = transition_of(act)
    if step not in row.sources:
        raise ForbiddenMoveError(step, act)
    return row.target


def acts_from(step: Step) -> tuple[Act, ...]:
    """List what can be done at a step, in the order of the table; empty when the case has ended."""
    return tuple(row.act for row in TRANSITIONS if step in row.sources)


FINAL_STEPS = frozenset(step for step in Step if not set(acts_from(step)) - AFTER_THE_END)
"""Steps that nothing leads away from but a complaint or an extra frame."""


def mermaid(words: Mapping[Step, str], acts: Mapping[Act, str]) -> str:
    """Draw the table as a Mermaid state diagram; what has no word shows its own value."""
    named = [f'    state "{_plain(words.get(step, step))}" as {step}' for step in Step]
    moves = [
        f"    {source} --> {row.target} : {_plain(acts.get(row.act, row.act))}"
        for row in TRANSITIONS
        for source in Step
        if source in row.sources
    ]
    ends = [f"    {step} --> [*]" for step in Step if step in FINAL_STEPS]
    return "\n".join(["stateDiagram-v2", *named, f"    [*] --> {Step.DRAFT}", *moves, *ends, ""])


def _plain(word: str) -> str:
    """Write the signs that mean something to Mermaid as its own character codes."""
    return " ".join(word.replace("#", "#35;").replace('"', "#quot;").replace(":", "#58;").split())
