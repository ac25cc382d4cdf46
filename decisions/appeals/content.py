"""What is handed from the pages to the acts of complaints, and how a counting is kept."""

from dataclasses import dataclass
from datetime import date

from criteria.appeal import Counted, Deadline, Law, StepOfCount
from foundation.columns import JsonValue


@dataclass(frozen=True, slots=True)
class ComplaintContent:
    """What the complaint says so far. `seen`: the version that its writer had before the eyes."""

    wanted: str
    grounds: str
    late_because: str
    seen: int | None = None


def counting_of(deadline: Deadline) -> JsonValue:
    """Write down how a deadline was computed."""
    return JsonValue(
        law=deadline.law.value,
        last_day=deadline.last_day.isoformat() if deadline.last_day else None,
        steps=[
            [one.counted.value, one.day.isoformat() if one.day else None]
            for one in deadline.steps
        ],
    )


def counted_as(kept: JsonValue) -> Deadline:
    """Read a deadline as it was computed then."""
    return Deadline(
        law=Law(kept["law"]),
        last_day=_day(kept["last_day"]),
        steps=tuple(StepOfCount(Counted(step), _day(day)) for step, day in kept["steps"]),
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
