"""Whether the app is alive, and whether it can work: what a supervisor and a load balancer ask."""

import tempfile
from pathlib import Path

from flask import Response, current_app
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from foundation.database import db
from foundation.guards import open_to_all
from foundation.settings import Settings


@open_to_all
def alive() -> Response:
    """Answer: the process runs."""
    return _plain("alive", 200)


@open_to_all
def ready() -> Response:
    """Answer whether the database answers and the data folder can be written to."""
    settings: Settings = current_app.extensions["tilsagn"]
    wrong = [
        what
        for what, works in (
            ("database does not answer", database_answers()),
            ("data folder cannot be written to", can_write(settings.data_dir)),
        )
        if not works
    ]
    return _plain("\n".join(wrong) or "ready", 503 if wrong else 200)


def database_answers() -> bool:
    """Ask the database the smallest question."""
    try:
        with db.engine.connect() as connection:
            return connection.execute(text("SELECT 1")).scalar() == 1
    except SQLAlchemyError as error:
        current_app.logger.warning("the database does not answer: %s", type(error).__name__)
        return False


def can_write(folder: Path) -> bool:
    """Write and forget a file."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"ready")
    except OSError as error:
        current_app.logger.warning("%s cannot be written to: %s", folder, error)
        return False
    return True


def _plain(answer: str, status: int) -> Response:
    return Response(f"{answer}\n", status=status, mimetype="text/plain")
