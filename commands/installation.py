"""What the commands need of an installation before they begin: a database that is there and new."""

import sys
from pathlib import Path

import click
from gunicorn.app.wsgiapp import WSGIApplication
from sqlalchemy.exc import SQLAlchemyError

from foundation import schema
from foundation.database import db
from foundation.environment import PREFIX, BadSettingError

ROOT = Path(__file__).resolve().parent.parent


def must_answer() -> None:
    """Stop where the database of the settings cannot be reached."""
    try:
        with db.engine.connect():
            pass
    except SQLAlchemyError as error:
        setting = f"{PREFIX}DATABASE_URL"
        raise BadSettingError(setting, "names a database that does not answer") from error


def must_be_newest() -> None:
    """Stop where the schema is not the one that this version of Tilsagn works with."""
    must_answer()
    if not schema.is_newest(db.engine):
        raise click.ClickException(
            "the database is of another version; run ./tilsagn migrate first"
        )


def serve_installation() -> None:
    """Let gunicorn serve the installation that the environment speaks of, until it is stopped.

    Its workers are forked from this process, so that nothing is loaded twice. No connection may be
    open then: it would be shared.
    """
    sys.argv[1:] = ["--config", str(ROOT / "gunicorn.conf.py")]
    WSGIApplication("%(prog)s", prog="tilsagn").run()
