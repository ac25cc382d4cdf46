"""The demonstration: played into a folder once, and served on this machine."""

import os
import socket
import sys
from datetime import datetime, time
from pathlib import Path
from typing import NoReturn

import click

from app import create_app
from commands.installation import serve_installation
from demo import clockwork, folder
from demo.loading import Wish, load
from demo.plan import APPLICATIONS_2024
from foundation import clock, files, schema
from foundation.database import db
from foundation.environment import PREFIX
from foundation.settings import DEMO_DATA_DIR, DEMO_PORT, Settings

OPENING_HOUR = time(9, 0)


@click.command()
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEMO_DATA_DIR,
    help="The folder that holds all of it; made if it is not there.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=DEMO_PORT, show_default=True)
@click.option(
    "--applications",
    type=click.IntRange(10, 20_000),
    help=f"How many the large round has; {APPLICATIONS_2024} unless given.",
)
@click.option(
    "--seed", type=int, help="Another number gives other persons and cases; 1 unless given."
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day it is played up to, and stands at; today unless given.",
)
def demo(
    data_dir: Path, port: int, applications: int | None, seed: int | None, as_of: datetime | None
) -> None:
    """Play made-up rounds of applications into a folder, once, and serve them on this machine."""
    _must_be_free(port)
    settings = Settings.for_demo(data_dir, port=port)
    note = folder.note_of(settings.data_dir)
    base = note.wish if note else Wish(APPLICATIONS_2024, 1, clock.today())
    wish = Wish(
        applications=base.applications if applications is None else applications,
        seed=base.seed if seed is None else seed,
        as_of=base.as_of if as_of is None else as_of.date(),
    )
    if note is None or not note.whole:
        _play(wish, settings)
        _begin_again()
    elif note.wish != wish:
        raise click.ClickException(
            f"{settings.data_dir} holds a demonstration of {base.applications} applications with"
            f" seed {base.seed} as of {base.as_of}; choose another folder with --data-dir"
        )
    else:
        with create_app(settings).app_context():
            if not schema.is_newest(db.engine):
                schema.upgrade(db.engine)
            db.engine.dispose()
    _serve(settings)


def _must_be_free(port: int) -> None:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError as error:
            raise click.ClickException(
                f"port {port} is taken; choose another with --port"
            ) from error


def _play(wish: Wish, settings: Settings) -> None:
    """Play into the folder; one that was stopped half-way begins again from nothing."""
    place = settings.data_dir
    try:
        folder.empty(place)
    except folder.NotOursError as error:
        raise click.ClickException(
            f"{place} holds something else; choose an empty folder with --data-dir"
        ) from error
    folder.keep(place, folder.Note(wish, whole=False))
    click.echo("Playing the demonstration's cases. This is done once.", err=True)
    with create_app(settings).app_context():
        schema.upgrade(db.engine)
        load(wish, files.store(), _tell)
    if wish.as_of != clock.today():
        clockwork.move_to(wish.as_of, OPENING_HOUR, place)
    folder.keep(place, folder.Note(wish, whole=True))


def _begin_again() -> NoReturn:
    """Run the same command in a fresh process: nothing that playing has opened is then forked."""
    os.execv(sys.executable, sys.orig_argv)


def _tell(what: str, done: int, total: int) -> None:
    """Show how far the play has come: on a terminal in place, in a log only each new part."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K  {what}: {done + 1} of {total}", err=True, nl=False)
        if done + 1 == total:
            click.echo(err=True)
    elif done == 0:
        click.echo(f"  {what}: {total}", err=True)


def _serve(settings: Settings) -> None:
    """Serve the folder, whatever other installation the environment may speak of."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        del os.environ[name]
    os.environ[f"{PREFIX}DEMO"] = "1"
    os.environ[f"{PREFIX}DATA_DIR"] = str(settings.data_dir)
    os.environ[f"{PREFIX}PORT"] = str(settings.port)
    serve_installation()
