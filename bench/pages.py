"""Pages against a bare page of the same server: the case list, a case, and handing in.

`list_over_hello` and `case_over_hello`: median time of the page over that of a bare hello, at 20,000 cases;
the case is one that its officer comes back to. `case_first_over_hello`: cases that nobody has opened yet.
`list_growth_200_to_20000`: the list's median at 20,000 cases over that at 200. `submit_over_bare_post`: how
many applications are handed in a second, over how many bare POSTs of one committed row. One client asks one
question after another, in turn, so that whatever else the machine does hits all alike.
"""

import re
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.crowd import STRIDE, Crowd, gather
from bench.serving import Client, seconds, serving
from demo.people import OPENS_EVERY_ACCOUNT

FEW, MANY, DRAFTS = 200, 20_000, 40
WARM, TIMES = 15, 150
ROWS = "CREATE TABLE line (id INTEGER PRIMARY KEY, said TEXT)"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def run() -> dict[str, float]:
    """Measure; takes about a minute, most of it to fill the databases."""
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        few = gather(folder / "few", FEW, 0)
        many = gather(folder / "many", MANY, DRAFTS)
        with closing(sqlite3.connect(folder / "bare")) as made:
            made.execute("PRAGMA journal_mode=WAL")
            made.execute(ROWS)
        bare = Client(stack.enter_context(
            serving("bench.bare:application", {"BARE_DATABASE_URL": f"sqlite:///{folder / 'bare'}"})
        ))
        small = _signed_in(stack.enter_context(serving("wsgi:application", few.environment)), few)
        port = stack.enter_context(serving("wsgi:application", many.environment))
        large = _signed_in(port, many)
        others = (many.case + number * STRIDE for number in count(1))
        hello, at_few, at_many, case, first = _medians(
            lambda: bare.get("/hello"), lambda: small.get("/saker"), lambda: large.get("/saker"),
            lambda: large.get(f"/saker/{many.case}"), lambda: large.get(f"/saker/{next(others)}"),
        )
        return {
            "list_over_hello": round(at_many / hello, 2),
            "case_over_hello": round(case / hello, 2),
            "case_first_over_hello": round(first / hello, 2),
            "list_growth_200_to_20000": round(at_many / at_few, 2),
            "submit_over_bare_post": round(_submit_over_post(port, many, bare), 3),
        }


def _medians(*questions: Callable[[], object]) -> list[float]:
    """Ask the questions in turn, many times over, and give each one's median in seconds."""
    times: list[list[float]] = [[] for _ in questions]
    for number in range(WARM + TIMES):
        for place, question in enumerate(questions):
            taken = seconds(question)
            if number >= WARM:
                times[place].append(taken)
    return [median(one) for one in times]


def _submit_over_post(port: int, crowd: Crowd, bare: Client) -> float:
    """Hand every draft in, each beside a bare POST; give bare time over ours: the ratio of the rates."""
    ours, plain = [], []
    for draft, email in crowd.drafts:
        client = _signed_in_as(port, email)
        page = client.get(f"/soknader/{draft}/kontroll")
        token = TOKEN.search(page)
        fields = {"csrf_token": token.group(1) if token else "", "declared": "y"}
        address = f"/soknader/{draft}/send-inn"
        plain.append(seconds(partial(bare.post, "/row", {}, expected=200)))
        ours.append(seconds(partial(client.post, address, fields, expected=303)))
    return median(plain) / median(ours)


def _signed_in(port: int, crowd: Crowd) -> Client:
    return _signed_in_as(port, crowd.officer)


def _signed_in_as(port: int, email: str) -> Client:
    client = Client(port)
    sign_in(client, email)
    return client


def sign_in(client: Client, email: str) -> None:
    """Sign somebody in by the page, as people do."""
    token = TOKEN.search(client.get("/logg-inn"))
    client.post(
        "/logg-inn",
        {
            "csrf_token": token.group(1) if token else "", "email": email,
            "password": OPENS_EVERY_ACCOUNT,
        },
    )
