"""Commands of an installation in use; their settings come from the environment."""

import os
import signal
from importlib import import_module
from threading import Event

import click

from accounts import passwords, queries, registration, services
from accounts.models import Role
from app import create_app
from commands.installation import must_answer, must_be_newest, serve_installation
from foundation import clock, schema, worker
from foundation.database import db
from foundation.environment import PREFIX, BadSettingError, Sharing
from foundation.settings import Settings

AGENCY = "HDIR"


@click.command()
def serve() -> None:
    """Serve people."""
    settings = Settings.from_environment(os.environ)
    if settings.demo:
        raise BadSettingError(f"{PREFIX}DEMO", "is for ./tilsagn demo alone")
    with create_app(settings).app_context():
        must_be_newest()
        db.engine.dispose()
    serve_installation()


@click.command()
def work() -> None:
    """Do the jobs that people's acts leave behind, such as letters and e-mail."""
    settings = Settings.from_environment(os.environ)
    app = create_app(settings)
    with app.app_context():
        must_be_newest()
    stop = Event()
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda *_: stop.set())
    click.echo("Tilsagn is waiting for work – stop it with Ctrl-C", err=True)
    if settings.jobs is Sharing.DBOS:
        # Loaded only here: no other command, and no other installation, needs DBOS.
        import_module("foundation.distributed").work(app, stop)
    else:
        worker.work(app, stop)


@click.command()
def migrate() -> None:
    """Bring the database to the newest version, and with it the register of kommuner."""
    with create_app(Settings.from_environment(os.environ)).app_context():
        must_answer()
        schema.upgrade(db.engine)
        registration.load_register(at=clock.now())
    click.echo("The database is at the newest version.")


@click.command()
@click.option("--name", prompt=True, help="The person's full name.")
@click.option("--email", prompt="E-mail", help="The address that the person signs in with.")
@click.option(
    "--password",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    help=f"At least {passwords.SHORTEST} characters; asked for, unless given here.",
)
def create_admin(name: str, email: str, password: str) -> None:
    """Give a person an account that may set up everything else."""
    with create_app(Settings.from_environment(os.environ)).app_context():
        must_be_newest()
        if len(password) < passwords.SHORTEST:
            raise click.ClickException(
                f"the password needs {passwords.SHORTEST} characters or more"
            )
        if queries.person_by_email(email) is not None:
            raise click.ClickException("that address has an account already")
        agency = queries.organisation_by_code(AGENCY)
        if agency is None:
            raise click.ClickException("there are no organisations; run ./tilsagn migrate first")
        at = clock.now()
        new = services.NewPerson(name=name, email=email, password=password)
        person = services.register_person(new, by=None, at=at)
        services.give_role(person, agency, Role.ADMINISTRATOR, by=None, at=at)
    click.echo(f"{email} may now sign in as an administrator.")
