"""The commands under one name: `python -m commands`."""

import sys
from importlib import import_module

import click

from foundation.environment import BadSettingError
from foundation.loading import lasting

BAD_SETTING = 2
PLACES = {
    "demo": "commands.demonstration",
    "serve": "commands.production",
    "work": "commands.production",
    "migrate": "commands.production",
    "create-admin": "commands.production",
    "bounces": "commands.bounces",
    "check": "commands.inspection",
    "sample-documents": "commands.inspection",
}
"""The module of each command. One is loaded when it is asked for: most of the time to start is loading."""


class _Commands(click.Group):
    """The commands by their places."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in PLACES:
            return None
        with lasting():
            module = import_module(PLACES[cmd_name])
        found: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def tilsagn() -> None:
    """Tilsagn, the grant system of Helseteknologiordningen."""


def main() -> None:
    """Run the command; a bad setting is one line, not a traceback."""
    try:
        tilsagn(prog_name="./tilsagn")
    except BadSettingError as problem:
        click.echo(f"tilsagn: {problem}", err=True)
        sys.exit(BAD_SETTING)


if __name__ == "__main__":
    main()
