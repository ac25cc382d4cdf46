"""Pages are tested on SQLite; what the engines may answer differently is marked `ON_BOTH`.

A page's own SQL is asked on PostgreSQL by `test_every_page_on_postgresql.py`, and what its acts write by
`tests/acts`, on both.
"""

import pytest


@pytest.fixture(params=["sqlite"])
def database(request: pytest.FixtureRequest) -> str:
    """Name the engine that the test runs on."""
    return str(request.param)
