"""The key figures that everybody may read: only of calls whose decisions are sent out."""

from datetime import date
from typing import Any

from figures.catalogue.keyfigures import FOR_EVERYBODY
from figures.public import awards
from figures.public.awards import AwardFilter, Sum
from figures.statistics import Grouping, call_rows, reach_by, reached, total
from figures.statistics.calls import CallRow
from figures.statistics.reach import places
from foundation.money import NOTHING


def public_figures(today: date) -> dict[str, Any]:
    """Give the calls that are decided, what they came to together, and whom they reach. Five queries.

    What a call that is not decided has received is known to nobody before it is.
    """
    rows, found = [one for one in call_rows() if _is_decided(one)], places(today)
    standing = awards.sums_of(AwardFilter(), awards.Grouping.CALL, today)
    return {
        "rows": rows,
        "total": total(rows),
        "groups": reach_by(Grouping.COUNTY, found),
        "everywhere": reached(found),
        "standing": {one.key: one for one in standing},
        "stand_together": awards.total_of(standing),
        "none_stand": Sum("", 0, NOTHING),
        "definitions": FOR_EVERYBODY,
    }


def _is_decided(row: CallRow) -> bool:
    numbers = row.numbers
    return numbers.awarded + numbers.refused + numbers.rejected > 0
