"""Checks of the journal: each case has walked only where the procedure lets it, with a gapless number."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import select

from applications.models import Application, CaseCounter, Event
from criteria.procedure import Act, ForbiddenMoveError, target_of
from criteria.steps import Step
from foundation.database import db

_BATCH = 5_000


def wrong_cases() -> Iterator[str]:
    """Walk each case from its beginning and name the first step that does not fit."""
    steps: dict[int, Step] = {
        row.id: row.step
        for row in db.session.execute(
            select(Application.id, Application.step).order_by(Application.id)
        )
    }
    rows = db.session.execute(
        select(Event.application_id, Event.act, Event.step_from, Event.step_to)
        .where(Event.act.is_not(None))
        .order_by(Event.application_id, Event.id),
        execution_options={"yield_per": _BATCH},
    )
    walked: dict[int, Step] = {}
    for application, events in groupby(rows, key=lambda row: row.application_id):
        step = Step.DRAFT
        for _, act, before, after in events:
            expected = _expected(step, act)
            if before is not step or after is not expected:
                yield f"application {application} can not go from {step} to {after} by {act}"
            step = after or step
        walked[application] = step
    for application, step in steps.items():
        if walked.get(application, Step.DRAFT) is not step:
            yield f"application {application} stands as {step}, unlike its journal"


def _expected(step: Step, act: Act | None) -> Step | None:
    try:
        return None if act is None else target_of(step, act)
    except ForbiddenMoveError:
        return None


def wrong_numbers() -> Iterator[str]:
    """Name gaps in the case numbers of each year, and counters that stand elsewhere."""
    used: dict[int, list[int]] = defaultdict(list)
    for number in db.session.scalars(
        select(Application.case_number).where(Application.case_number.is_not(None))
    ):
        written, serial = str(number).split("/")
        used[int(written)].append(int(serial))
    counters: dict[int, int] = {
        row.year: row.last for row in db.session.execute(select(CaseCounter.year, CaseCounter.last))
    }
    for year in sorted(used.keys() | counters.keys()):
        found = sorted(used.get(year, []))
        if found != list(range(1, len(found) + 1)):
            yield f"{year} has gaps or doubles among its {len(found)} case numbers"
        if counters.get(year, 0) != len(found):
            yield f"the counter of {year} stands at {counters.get(year, 0)}, not {len(found)}"
