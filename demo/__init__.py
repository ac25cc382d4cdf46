"""A made-up year of cases, played through the acts themselves and marked as made up."""

from flask import Flask

from accounts import passwords
from demo import clockwork, people, views
from foundation.settings import Settings


def init_demo(app: Flask, settings: Settings) -> None:
    """Let an app be a demonstration: its accounts on the sign-in page, its clock and its mailbox."""
    passwords.make_cheap()
    clockwork.wind(settings.data_dir)
    app.extensions["demo_accounts"] = people.shown_accounts
    app.register_blueprint(views.pages)
