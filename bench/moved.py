"""The production app with its clock moved, so that a deadline comes while a benchmark runs.

It has one form more: whoever may hand in writes one row with it. What a person's POST costs here before
anything is decided is measured by it.
"""

import os
from datetime import timedelta

from flask import abort
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from accounts.permissions import Permission, requires
from foundation import clock
from foundation.database import plainly, transaction
from foundation.forms import Form
from wsgi import app, application

__all__ = ["application"]

clock.move(timedelta(seconds=float(os.environ["BENCH_CLOCK_MOVED"])))


@app.post("/row")
@requires(Permission.APPLICATION_SIGN)
def row() -> ResponseReturnValue:
    """Write and commit one row."""
    if not Form().validate_on_submit():
        abort(400)
    with transaction(refuses_first=True):
        plainly().execute(text("INSERT INTO line (said) VALUES ('hello')"))
    return "written"
