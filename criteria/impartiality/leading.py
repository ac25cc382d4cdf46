"""Who leads whom on a day, from dated lines that are only added to. Nobody leads in a circle."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Lead:
    """From a day on a person has this leader, or none. `number` tells which line was written last."""

    number: int
    person: int
    leader: int | None
    from_on: date


def leader_on(leads: Iterable[Lead], person: int, day: date) -> int | None:
    """Give a person's leader on a day: the line with the latest day, and of two, the one written last."""
    own = [one for one in leads if one.person == person and one.from_on <= day]
    if not own:
        return None
    return max(own, key=lambda one: (one.from_on, one.number)).leader


def goes_in_circle(leads: Iterable[Lead], new: Lead) -> bool:
    """Tell whether somebody would lead their own leader, on any day from the new line's on.

    Between two days on which a line begins nothing changes, so those days are enough.
    """
    all_leads = [*leads, new]
    days = {one.from_on for one in all_leads if one.from_on >= new.from_on}
    return any(_returns(all_leads, new.person, day) for day in days)


def _returns(leads: list[Lead], person: int, day: date) -> bool:
    seen = {person}
    above = leader_on(leads, person, day)
    while above is not None:
        if above in seen:
            return True
        seen.add(above)
        above = leader_on(leads, above, day)
    return False
