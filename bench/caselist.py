"""The list of cases with 20,000 of them beside the same list with 200: plain, filtered and searched.

`growth_200_to_20000`: the greatest of the three growths; each is the list's p95 at 20,000 over its p95 at
200. The searched words stand in every case, so that the index has as much as possible to leave out.
`growth_of_a_rare_word`: the same for one case's number. `more_questions`: how many more questions any of
them asks the database at 20,000; none. One client asks the lists in turn, so that whatever else the
machine does hits all alike.
"""

import re
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import event

from app import create_app
from bench.crowd import SECRET, Crowd, gather
from bench.pages import FEW, MANY, TOKEN, sign_in
from bench.serving import Client, seconds, serving
from demo.people import OPENS_EVERY_ACCOUNT
from foundation.database import db
from foundation.settings import Settings

WARM, TIMES = 15, 200
LISTS = {
    "plain": "/saker",
    "filtered": "/saker?step=assessed&finding=fit&least=1000",
    "searched": "/saker?text=kommune+journal",
}
RARE = "/saker?text=2024%2F10011"
ROW = re.compile(r'name="cases"')
FULL_PAGE = 50
P95 = 0.95


def run() -> dict[str, float]:
    """Measure; takes about a minute, most of it to fill the databases."""
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        few, many = gather(folder / "few", FEW, 0), gather(folder / "many", MANY, 0)
        clients = {}
        for crowd in (few, many):
            client = Client(stack.enter_context(serving("wsgi:application", crowd.environment)))
            sign_in(client, crowd.officer)
            clients[crowd.folder] = client
        lists = {**LISTS, "rare": RARE}
        _refuse_short(clients[many.folder])
        small, large = _p95(clients[few.folder], clients[many.folder], lists)
        growth = {one: round(large[one] / small[one], 2) for one in lists}
        asked_of_few, asked_of_many = _questions(few), _questions(many)
        return {
            "growth_200_to_20000": max(growth[one] for one in LISTS),
            **{f"{one}_growth": growth[one] for one in LISTS},
            "growth_of_a_rare_word": growth["rare"],
            "more_questions": max(asked_of_many[one] - asked_of_few[one] for one in LISTS),
        }


def _refuse_short(client: Client) -> None:
    """Stop when a list is not a full page: then it would prove nothing."""
    for name, address in LISTS.items():
        shown = len(ROW.findall(client.get(address)))
        if shown != FULL_PAGE:
            raise RuntimeError(f"the {name} list shows {shown} cases")


def _p95(
    few: Client, many: Client, lists: Mapping[str, str]
) -> tuple[dict[str, float], dict[str, float]]:
    small: dict[str, list[float]] = {one: [] for one in lists}
    large: dict[str, list[float]] = {one: [] for one in lists}
    for number in range(WARM + TIMES):
        for name, address in lists.items():
            for client, times in ((few, small), (many, large)):
                taken = seconds(partial(client.get, address))
                if number >= WARM:
                    times[name].append(taken)
    place = int(TIMES * P95)
    return (
        {name: sorted(times)[place] for name, times in small.items()},
        {name: sorted(times)[place] for name, times in large.items()},
    )


def _questions(crowd: Crowd) -> dict[str, int]:
    """Count what each list asks the database."""
    app = create_app(replace(Settings.for_demo(crowd.folder), secret_key=SECRET))
    client = app.test_client()
    token = TOKEN.search(client.get("/logg-inn").text)
    client.post(
        "/logg-inn",
        data={
            "csrf_token": token.group(1) if token else "", "email": crowd.officer,
            "password": OPENS_EVERY_ACCOUNT,
        },
    )  # fmt: skip
    heard: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(
        engine, "before_cursor_execute",
        lambda _connection, _cursor, statement, *_rest: heard.append(statement),
    )  # fmt: skip
    counts = {}
    for name, address in LISTS.items():
        client.get(address)
        heard.clear()
        client.get(address)
        counts[name] = sum(not one.startswith(("BEGIN", "COMMIT")) for one in heard)
    with app.app_context():
        db.session.remove()
        engine.dispose()
    return counts
