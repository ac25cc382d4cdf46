"""The rows of what it costs to run the scheme, as a controller takes them out."""

from collections.abc import Iterator

from sqlalchemy import select

from accounts.models import Person
from figures.queries.rows import Row, Selection, stream
from payments.running.models import RunningCost


def running_costs(chosen: Selection) -> Iterator[Row]:
    """Give the lines as they were registered, counter-lines too, in the columns of the catalogue."""
    yield from stream(
        select(
            RunningCost.id,
            RunningCost.year,
            RunningCost.kind,
            RunningCost.amount,
            RunningCost.happened_on,
            RunningCost.source,
            RunningCost.counters_id,
            Person.name,
            RunningCost.registered_at,
        )
        .join(Person, Person.id == RunningCost.registered_by_id)
        .where(*chosen.within(RunningCost.year))
        .order_by(RunningCost.id)
    )
