"""The plain thing: a Flask app with one page that says hello and one POST that writes a row."""

import os

from flask import Flask
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

application = Flask(__name__)
engine = create_engine(os.environ["BARE_DATABASE_URL"])


@event.listens_for(engine, "connect")
def _as_ours(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    if engine.dialect.name != "sqlite":
        return
    cursor = connection.cursor()
    for pragma in ("busy_timeout=20000", "journal_mode=WAL", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@application.get("/hello")
def hello() -> str:
    """Say hello."""
    return "<!doctype html><title>Hello</title><h1>Hello</h1>"


@application.post("/row")
def row() -> str:
    """Write and commit one row."""
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO line (said) VALUES ('hello')"))
    return "written"
