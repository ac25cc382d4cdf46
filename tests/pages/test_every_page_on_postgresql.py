"""Every page is asked for once on PostgreSQL, in a world with a case at every step.

What the pages say is tested on SQLite: here they must answer at all, whatever their SQL is. The demonstration
has pages of its own and runs on SQLite alone.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from flask import Flask, url_for

from accounts.queries import person_by_email
from foundation import clock
from tests.builders.decisions import NOW
from tests.journeys.places import STRANGER, VISITS
from tests.journeys.world import furnish
from tests.journeys.worldmap import World
from tests.web import Web

OF_THE_DEMONSTRATION = "demo."
MANY = 200


@pytest.fixture(autouse=True)
def now() -> Iterator[datetime]:
    """Hold the clock where the world's first calls have closed."""
    with clock.frozen(NOW):
        yield clock.now()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_every_page_is_answered_on_postgresql(app: Flask) -> None:
    world, asked = furnish(), set()
    for who in VISITS:
        visitor = let_in(app, world, who)
        for endpoint, page in addresses(app, world, who):
            if endpoint not in asked:
                visitor.get(page)
                asked.add(endpoint)
    assert len(asked) > MANY


def let_in(app: Flask, world: World, who: str) -> Web:
    """Give somebody of this world a way to the pages."""
    web = Web(app)
    if who != STRANGER:
        somebody = person_by_email(world.persons[who].email)
        assert somebody is not None
        web.log_in(somebody)
    return web


def addresses(app: Flask, world: World, who: str) -> list[tuple[str, str]]:
    """Give the pages that somebody visits, each with its address."""
    with app.test_request_context():
        return [
            (endpoint, address(endpoint, {key: world.ids.get(one, one) for key, one in of.items()}))
            for endpoint, of in VISITS[who]
            if not endpoint.startswith(OF_THE_DEMONSTRATION)
        ]


def address(endpoint: str, of: dict[str, Any]) -> str:
    return url_for(endpoint, **of)
