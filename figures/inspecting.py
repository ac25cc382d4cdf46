"""The job behind «check everything»: runs each check and keeps what it found, one after the other."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from figures.checks import CHECKS, run
from figures.models import Inspection
from figures.queries.inspections import inspection
from figures.services import INSPECT
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import locked, snapshot, transaction

MOST_SHOWN = 50


@outbox.handles(INSPECT)
def inspect(detail: JsonValue, at: datetime) -> None:
    """Run the checks that are left. Done twice, it goes on where it was stopped."""
    asked = inspection(int(detail["inspection"]))
    done = {one["check"] for one in asked.results["checks"]}
    for name in CHECKS:
        if name not in done:
            with snapshot():
                result = _told(name, run(name))
            _keep(asked, result)
    with transaction():
        locked(asked).finished_at = at


def _told(name: str, found: Iterable[str]) -> dict[str, object]:
    rest = iter(found)
    first = list(islice(rest, MOST_SHOWN))
    return {"check": name, "found": len(first) + sum(1 for _ in rest), "first": first}


def _keep(asked: Inspection, result: dict[str, object]) -> None:
    with transaction():
        before = locked(asked).results["checks"]
        asked.results = JsonValue(checks=[*before, result])
