"""The production app with its clock moved, so that a deadline comes while a benchmark runs.

It takes two POSTs more, and both write and commit one row: a bare one, that knows no person and no form, and
a form that whoever may hand in sends. What a POST costs here before anything is decided is measured by them.
"""

import os
from datetime import timedelta

from flask import abort
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from accounts.permissions import Permission, public, requires
from foundation import clock
from foundation.database import db, plainly, transaction
from foundation.forms import Form
from foundation.pages import csrf
from wsgi import app, application

__all__ = ["application"]

clock.move(timedelta(seconds=float(os.environ["BENCH_CLOCK_MOVED"])))


WRITE = text("INSERT INTO line (said) VALUES ('hello')")


@app.post("/bare-row")
@public
def bare_row() -> ResponseReturnValue:
    """Write and commit one row, for anybody."""
    with db.engine.begin() as connection:
        connection.execute(WRITE)
    return "written"


@app.post("/row")
@requires(Permission.APPLICATION_SIGN)
def row() -> ResponseReturnValue:
    """Write and commit one row."""
    if not Form().validate_on_submit():
        abort(400)
    with transaction(refuses_first=True):
        plainly().execute(WRITE)
    return "written"


csrf.exempt(bare_row)
