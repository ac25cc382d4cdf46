"""The last minutes of two calls, on both engines: 400 of 1,000 applications come in, eight at a time.

Each is a signed-in person's own form, sent to the production server with its clock moved to the last day.
For each engine:

`lost`: answered with a receipt, and not in the database as handed in. `doubled`: handed in more than once, or
under another's case number; some are sent twice at the very same time. `gaps`: case numbers of the year that
nobody has. `refused_in_time`: answered before the deadline, and not received. `accepted_late`: received,
though sent after the deadline or kept with a moment that is not before it. A request that is under way when
the deadline comes may be either; the moment kept is when it reached the server. `submit_over_bare_post`:
applications received a second, over bare POSTs of one committed row a second, from as many clients to the
same server, in turn; nobody is asked for and no form is checked. `submit_over_own_post`: the same over a form
that a signed-in person sends as one hands in, and which writes and commits the same row: what is left is
handing in itself. `submit_over_other_server`: the same over a server run alike that is nothing but Flask and
that row. `sent` and `received` say how much there was to go wrong.
"""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.crew import Crew
from bench.crowd import Crowd, gather
from bench.engines import a_postgresql, copy, database, make_bare
from bench.kept import Sent, counted
from bench.pages import TOKEN, sign_in
from bench.serving import Client, seconds, serving
from foundation import clock

CASES, EARLY, AT_THE_EDGE, TWICE, HELD_BACK = 600, 360, 40, 10, 10
CLIENTS, BATCHES, BARE_FOR_EACH = 8, 9, 4
LAST_MINUTES, STARTING = timedelta(minutes=20), timedelta(seconds=30)
BEFORE_THE_EDGE = 1.5
"""Seconds before the deadline that the last ones are sent from."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft whose signatory has read it over and is about to send it."""

    application: int
    cookie: str
    token: str


def run() -> dict[str, float]:
    """Measure on both engines; takes some minutes, most of it to fill in the applications."""
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        crowd = gather(folder, CASES, EARLY + AT_THE_EDGE, calls=2)
        sqlite = crowd.environment["TILSAGN_DATABASE_URL"]
        server = stack.enter_context(a_postgresql())
        postgresql = database(server, "tilsagn")
        copy(sqlite, postgresql)
        figures: dict[str, float] = {}
        for engine, url, bare in (
            ("sqlite", sqlite, f"sqlite:///{folder / 'bare'}"),
            ("postgresql", postgresql, database(server, "bare")),
        ):
            make_bare(bare)
            make_bare(url)
            found = _last_minutes(crowd, url, bare)
            figures |= {f"{engine}_{figure}": value for figure, value in found.items()}
        return figures


def _last_minutes(crowd: Crowd, url: str, bare: str) -> dict[str, float]:
    deadline = clock.end_of_day(crowd.closes_on)
    environment = {**crowd.environment, "TILSAGN_DATABASE_URL": url}
    moved = deadline - LAST_MINUTES - datetime.now(UTC)
    with (
        serving("bench.moved:application", _at(environment, moved)) as ours,
        serving("bench.bare:application", {"BARE_DATABASE_URL": bare}) as plain,
    ):
        crew = Crew(ours, CLIENTS)
        ready = crew.work(_read_over, crowd.drafts)
        sent, rates = _in_turn(crew, Crew(plain, CLIENTS), ready[:EARLY], moved)
    moved = deadline - STARTING - datetime.now(UTC)
    with serving("bench.moved:application", _at(environment, moved)) as ours:
        sent += _over_the_edge(Crew(ours, CLIENTS), ready[EARLY:], deadline, moved)
    return {**counted(url, sent, deadline), **rates}


def _in_turn(
    crew: Crew, plain: Crew, ready: Sequence[Ready], moved: timedelta
) -> tuple[list[Sent], dict[str, float]]:
    """Send a batch, then POSTs of one row, over and over; give what was sent and the ratios of the rates."""
    sent: list[Sent] = []
    submitting = bare = own = other = 0.0

    def send(batch: Sequence[Ready]) -> None:
        sent.extend(crew.work(lambda client, one: _send(client, one, moved), batch))

    def post(crew: Crew, path: str, rows: range) -> None:
        crew.work(lambda client, _row: client.post(path, {}, expected=200), rows)

    def post_own(batch: Sequence[Ready]) -> None:
        crew.work(_write_row, batch)

    size = len(ready) // BATCHES
    for first in range(0, len(ready), size):
        batch = ready[first : first + size]
        submitting += seconds(partial(send, batch))
        rows = range(len(batch) * BARE_FOR_EACH)
        bare += seconds(partial(post, crew, "/bare-row", rows))
        other += seconds(partial(post, plain, "/row", rows))
        own += seconds(partial(post_own, [*batch] * BARE_FOR_EACH))
    return sent, {
        "submit_over_bare_post": round(bare / BARE_FOR_EACH / submitting, 3),
        "submit_over_own_post": round(own / BARE_FOR_EACH / submitting, 3),
        "submit_over_other_server": round(other / BARE_FOR_EACH / submitting, 3),
    }


def _over_the_edge(
    crew: Crew, ready: Sequence[Ready], deadline: datetime, moved: timedelta
) -> list[Sent]:
    """Send the last ones while the deadline comes, some of them twice at once, and a few after it."""
    pressed = [one for one in ready[:-HELD_BACK] for _ in range(1 + (one in ready[:TWICE]))]
    crew.clients[0].get("/healthz")
    _wait_until(deadline - timedelta(seconds=BEFORE_THE_EDGE), moved)
    sent = crew.work(lambda client, one: _send(client, one, moved), pressed)
    _wait_until(deadline, moved)
    return sent + crew.work(lambda client, one: _send(client, one, moved), ready[-HELD_BACK:])


def _read_over(client: Client, draft: tuple[int, str]) -> Ready:
    """Sign in and open the last page before sending, as one does."""
    application, email = draft
    client.cookie = ""
    sign_in(client, email)
    token = TOKEN.search(client.get(f"/soknader/{application}/kontroll"))
    return Ready(application, client.cookie, token.group(1) if token else "")


def _send(client: Client, one: Ready, moved: timedelta) -> Sent:
    client.cookie = one.cookie
    sent_at = datetime.now(UTC) + moved
    fields = {"csrf_token": one.token, "declared": "y"}
    status = client.answer_to(f"/soknader/{one.application}/send-inn", fields)
    return Sent(one.application, sent_at, datetime.now(UTC) + moved, status)


def _write_row(client: Client, one: Ready) -> str:
    client.cookie = one.cookie
    return client.post("/row", {"csrf_token": one.token}, expected=200)


def _at(environment: dict[str, str], moved: timedelta) -> dict[str, str]:
    return {**environment, "BENCH_CLOCK_MOVED": str(moved.total_seconds())}


def _wait_until(moment: datetime, moved: timedelta) -> None:
    time.sleep(max((moment - moved - datetime.now(UTC)).total_seconds(), 0))
