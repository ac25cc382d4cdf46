"""A process of its own that authorises a batch and is killed on the way: `python -m tests.killed`.

Its arguments are the batch, the person, and the function after whose so many calls the process kills itself,
as the power or an impatient administrator would.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime

from accounts.queries import person
from app import create_app
from foundation import files
from foundation.settings import Settings
from payments import ledger
from payments.batches import queries, services

PLACES: dict[str, tuple[object, str]] = {
    "ledger": (ledger, "post_all"),
    "file": (files.Store, "keep"),
    "act": (services, "authorise_batch"),
}
"""Where it may die: when the payments are booked, when the file has its place, and when the act is over but
nobody has an answer."""


def dies_after(act: Callable[..., object], calls: int) -> Callable[..., object]:
    """Let a function be called so many times; after the last the process is no more."""
    left = calls

    def called(*given: object, **named: object) -> object:
        nonlocal left
        done = act(*given, **named)
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    return called


def main(batch_id: str, person_id: str, place: str, calls: str, at: str) -> None:
    """Authorise the batch, as far as it gets."""
    owner, name = PLACES[place]
    setattr(owner, name, dies_after(getattr(owner, name), int(calls)))
    with create_app(Settings.from_environment(os.environ)).app_context():
        services.authorise_batch(
            queries.batch(int(batch_id)), by=person(int(person_id)), at=datetime.fromisoformat(at)
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
