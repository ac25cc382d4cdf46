"""Tilsagn's own commands. `./tilsagn` makes the environment and hands over to them."""

import os
import signal
import sys
from pathlib import Path
from threading import Event

import click
from sqlalchemy.exc import SQLAlchemyError

from accounts import passwords, queries, registration, services
from accounts.models import Role
from app import create_app
from foundation import clock, schema, worker
from foundation.database import db
from foundation.environment import PREFIX, BadSettingError
from foundation.settings import Settings

ROOT = Path(__file__).resolve().parent
AGENCY = "HDIR"
BAD_SETTING = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def tilsagn() -> None:
    """Tilsagn, the grant system of Helseteknologiordningen."""


@tilsagn.command()
def serve() -> None:
    """Serve people, with the settings of the environment."""
    settings = Settings.from_environment(os.environ)
    if settings.demo:
        raise BadSettingError(f"{PREFIX}DEMO", "is for ./tilsagn demo alone")
    with create_app(settings).app_context():
        _must_be_newest()
    _become_server()


@tilsagn.command()
def work() -> None:
    """Do the jobs that people's acts leave behind, such as letters and e-mail."""
    app = create_app(Settings.from_environment(os.environ))
    with app.app_context():
        _must_be_newest()
    stop = Event()
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda *_: stop.set())
    click.echo("Tilsagn is waiting for work – stop it with Ctrl-C", err=True)
    worker.work(app, stop)


@tilsagn.command()
def migrate() -> None:
    """Bring the database to the newest version, and with it the register of kommuner."""
    with create_app(Settings.from_environment(os.environ)).app_context():
        _must_answer()
        schema.upgrade(db.engine)
        registration.load_register(at=clock.now())
    click.echo("The database is at the newest version.")


@tilsagn.command()
@click.option("--name", prompt=True, help="The person's full name.")
@click.option("--email", prompt="E-mail", help="The address that the person signs in with.")
@click.option(
    "--password", prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for."
)
def create_admin(name: str, email: str, password: str) -> None:
    """Give a person an account that may set up everything else."""
    with create_app(Settings.from_environment(os.environ)).app_context():
        _must_be_newest()
        if len(password) < passwords.SHORTEST:
            raise click.ClickException(
                f"the password needs {passwords.SHORTEST} characters or more"
            )
        if queries.person_by_email(email) is not None:
            raise click.ClickException("that address has an account already")
        agency = queries.organisation_by_code(AGENCY)
        if agency is None:
            raise click.ClickException(
                "the register of organisations is empty; run ./tilsagn migrate"
            )
        at = clock.now()
        new = services.NewPerson(name=name, email=email, password=password)
        person = services.register_person(new, by=None, at=at)
        services.give_role(person, agency, Role.ADMINISTRATOR, by=None, at=at)
    click.echo(f"{email} may now sign in as an administrator.")


def _must_answer() -> None:
    try:
        with db.engine.connect():
            pass
    except SQLAlchemyError as error:
        setting = f"{PREFIX}DATABASE_URL"
        raise BadSettingError(setting, "names a database that does not answer") from error


def _must_be_newest() -> None:
    _must_answer()
    if not schema.is_newest(db.engine):
        raise click.ClickException(
            "the database is of another version; run ./tilsagn migrate first"
        )


def _become_server() -> None:
    configuration = str(ROOT / "gunicorn.conf.py")
    command = [sys.executable, "-P", "-m", "gunicorn", "--config", configuration]
    os.execv(sys.executable, command)


def main() -> None:
    """Run the command; a bad setting is one line, not a traceback."""
    try:
        tilsagn(prog_name="./tilsagn")
    except BadSettingError as problem:
        click.echo(f"tilsagn: {problem}", err=True)
        sys.exit(BAD_SETTING)


if __name__ == "__main__":
    main()
