"""A change as it is kept in its row, and read again."""

from datetime import date

from criteria.changes import Change
from foundation.columns import JsonValue
from foundation.money import Ore


def written(change: Change) -> JsonValue:
    """Write a change down: dates as ISO text, sets as sorted lists."""
    return JsonValue(
        end_on=change.end_on.isoformat() if change.end_on else None,
        leaving=sorted(change.leaving),
        dropped=sorted(change.dropped),
        added=[[number, described] for number, described in change.added],
        budget=[[year, [list(cell) for cell in cells]] for year, cells in change.budget],
    )


def read(kept: JsonValue) -> Change:
    """Read a change that was written down."""
    return Change(
        end_on=date.fromisoformat(kept["end_on"]) if kept["end_on"] else None,
        leaving=frozenset(kept["leaving"]),
        dropped=frozenset(kept["dropped"]),
        added=tuple((int(number), str(described)) for number, described in kept["added"]),
        budget=tuple(
            (int(year), tuple((int(activity), Ore(amount)) for activity, amount in cells))
            for year, cells in kept["budget"]
        ),
    )
