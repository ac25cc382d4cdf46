"""What has been answered is on the disk, except in a demonstration."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from app import create_app
from foundation.database import db
from foundation.settings import Settings

NORMAL, FULL = 1, 2
"""What SQLite calls waiting for the disk now and then, and at every commit."""


@pytest.mark.parametrize("waits", [NORMAL, FULL])
def test_an_act_is_on_the_disk_before_it_is_answered(tmp_path: Path, waits: int) -> None:
    app = create_app(replace(Settings.for_demo(tmp_path), demo=waits == NORMAL))
    with app.app_context():
        assert db.session.scalar(text("PRAGMA synchronous")) == waits
        db.session.remove()
        db.engine.dispose()
