"""Taking in what mail servers have sent back: delivery reports in a file or a Maildir folder."""

import mailbox
import os
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from pathlib import Path

import click

from accounts.notices import services
from accounts.notices.bounces import failed_recipients
from accounts.notices.queries import is_dead
from app import create_app
from commands.installation import must_be_newest
from foundation import clock
from foundation.settings import Settings


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
def bounces(source: Path) -> None:
    """Mark the addresses that delivery reports in SOURCE say are dead.

    SOURCE is one message as it came (RFC 822), or a Maildir folder. Nothing in it is changed, and reading
    it twice marks nothing twice.
    """
    marked = 0
    with create_app(Settings.from_environment(os.environ)).app_context():
        must_be_newest()
        for message in _messages(source):
            for failed in failed_recipients(message):
                if not is_dead(failed.address):
                    services.take_in_bounce(
                        failed.address, reason=failed.reason, by=None, at=clock.now()
                    )
                    click.echo(failed.address)
                    marked += 1
    click.echo(f"Addresses marked as dead: {marked}.", err=True)


def _messages(source: Path) -> Iterator[Message]:
    if source.is_dir():
        yield from mailbox.Maildir(source, create=False)
    else:
        yield message_from_bytes(source.read_bytes(), policy=policy.compat32)
