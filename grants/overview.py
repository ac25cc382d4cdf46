"""A call as its administrator sees it: part by part, with what each lacks and where it is put right."""

from dataclasses import dataclass
from datetime import datetime

from foundation import words
from grants import queries, readiness, states
from grants.models import Call
from grants.purposes import PART_OF
from grants.words import CallPart, CallState, Caution


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of a call: how many rows it has, if any, and what is missing in words."""

    part: CallPart
    number: int | None
    lacks: list[str]


@dataclass(frozen=True, slots=True)
class CallOverview:
    """All parts, what to know before publishing, and whether everything is there."""

    state: CallState
    parts: list[PartShown]
    cautions: tuple[Caution, ...]

    @property
    def is_ready(self) -> bool:
        """Tell whether the call can be published."""
        return not any(part.lacks for part in self.parts)


def of_call(call: Call, at: datetime) -> CallOverview:
    """Look a call over; needs it whole. What a published call lacked is no longer asked."""
    found = _lacks(call, at) if call.published_at is None else ()
    numbers = _numbers(call)
    return CallOverview(
        state=states.state_of(call, at),
        parts=[
            PartShown(
                part,
                numbers.get(part),
                [words.say(one.reason, **dict(one.values)) for one in found if one.part is part],
            )
            for part in CallPart
        ],
        cautions=readiness.cautions(call),
    )


def _lacks(call: Call, at: datetime) -> tuple[readiness.Lack, ...]:
    level = queries.level_of(queries.scheme())
    return readiness.lacks(call, level, queries.money_of(call), at)


def _numbers(call: Call) -> dict[CallPart, int]:
    return {
        CallPart.RULES: len(call.rules),
        CallPart.ACTIVITIES: len(call.activities),
        CallPart.CONDITIONS: len(call.conditions),
        CallPart.ATTACHMENTS: len(call.required_attachments),
        CallPart.CRITERIA: len(call.criteria),
        CallPart.PORTFOLIO: len(call.bounds),
        CallPart.PLAN: len(call.plan_steps),
        **{part: len(call.asking(purpose)) for purpose, part in PART_OF.items()},
    }
