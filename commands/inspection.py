"""Commands for whoever must judge: the data's invariants, and every document that Tilsagn writes."""

import os
import sys
from pathlib import Path

import click

from app import create_app
from commands.installation import must_be_newest
from figures.checks import violations
from figures.samples import sample_documents as write_samples
from foundation.environment import PREFIX
from foundation.settings import DEMO_DATA_DIR, Settings

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="A demonstration's folder, instead of the installation that the environment speaks of.",
)
def check(data_dir: Path | None) -> None:
    """Verify the ledger, the journal, the audit chain and the files; say what is wrong."""
    wrong = 0
    with create_app(_settings(data_dir)).app_context():
        must_be_newest()
        for violation in violations():
            click.echo(violation)
            wrong += 1
    click.echo(f"Wrong: {wrong}." if wrong else "Every invariant holds.", err=True)
    sys.exit(1 if wrong else 0)


@click.command()
@click.argument("directory", type=FOLDER)
def sample_documents(directory: Path) -> None:
    """Write every letter and report, in each variant and both forms of Norwegian, to DIRECTORY."""
    for path in write_samples(directory):
        click.echo(path)


def _settings(data_dir: Path | None) -> Settings:
    """Choose the demonstration where one is named, or where the environment speaks of nothing."""
    spoken_of = any(name.startswith(PREFIX) for name in os.environ)
    if data_dir is not None or (not spoken_of and DEMO_DATA_DIR.exists()):
        return Settings.for_demo(data_dir or DEMO_DATA_DIR)
    return Settings.from_environment(os.environ)
