"""The commands under one name: `python -m commands`."""

import sys

import click

from commands import bounces, demonstration, inspection, production
from foundation.environment import BadSettingError

BAD_SETTING = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def tilsagn() -> None:
    """Tilsagn, the grant system of Helseteknologiordningen."""


for command in (
    demonstration.demo,
    production.serve,
    production.work,
    production.migrate,
    production.create_admin,
    bounces.bounces,
    inspection.check,
    inspection.sample_documents,
):
    tilsagn.add_command(command)


def main() -> None:
    """Run the command; a bad setting is one line, not a traceback."""
    try:
        tilsagn(prog_name="./tilsagn")
    except BadSettingError as problem:
        click.echo(f"tilsagn: {problem}", err=True)
        sys.exit(BAD_SETTING)


if __name__ == "__main__":
    main()
