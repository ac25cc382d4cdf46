"""The key figures that everybody may read: only of calls whose decisions are sent out."""

from datetime import date
from typing import Any

from figures.statistics import Grouping, call_rows, reach_by, reached, total
from figures.statistics.calls import CallRow
from figures.statistics.reach import places


def public_figures(today: date) -> dict[str, Any]:
    """Give the calls that are decided, what they came to together, and whom they reach. Four queries.

    What a call that is not decided has received is known to nobody before it is.
    """
    rows, found = [one for one in call_rows() if _is_decided(one)], places(today)
    return {
        "rows": rows,
        "total": total(rows),
        "groups": reach_by(Grouping.COUNTY, found),
        "everywhere": reached(found),
    }


def _is_decided(row: CallRow) -> bool:
    numbers = row.numbers
    return numbers.awarded + numbers.refused + numbers.rejected > 0
