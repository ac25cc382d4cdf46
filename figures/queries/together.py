"""The rows of who takes part in the cases that have money."""

from collections import Counter
from collections.abc import Iterator

from figures.overlaps.gathering import parts_of
from figures.queries.rows import Row, Selection
from foundation import clock


def taking_part_rows(chosen: Selection) -> Iterator[Row]:
    """Give each organisation's part of each case, in the columns of the catalogue."""
    parts = list(parts_of(chosen.year, clock.today()))
    projects = Counter(one.organisation_id for one in parts)
    for one in parts:
        case = one.case
        yield (
            one.name, one.number, one.county or None, projects[one.organisation_id],
            case.case_number, case.measure, case.start_on, case.end_on, one.leads, one.hours,
            sum(one.own.values()), one.committed, one.paid,
        )  # fmt: skip
