"""The frame of all pages: language, navigation, headers, error pages, and the few pages of the ground."""

from flask import Blueprint, Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect

from foundation import health, locale
from foundation.addresses import init_addresses
from foundation.components import show_components
from foundation.errorpages import init_errorpages
from foundation.guards import open_to_all
from foundation.headers import init_headers
from foundation.locale import init_locale
from foundation.navigation import NavItem, register_navigation
from foundation.settings import Settings
from foundation.showing import init_showing
from foundation.visitor import (
    Visitor,
    set_locale_keeper,
    set_locale_of,
    set_permission_check,
    set_visitor_of,
)

__all__ = [
    "NavItem",
    "Visitor",
    "init_pages",
    "register_navigation",
    "set_locale_keeper",
    "set_locale_of",
    "set_permission_check",
    "set_visitor_of",
]

csrf = CSRFProtect()


def init_pages(app: Flask) -> None:
    """Give the app its frame. Before the rooms register their own pages."""
    settings: Settings = app.extensions["tilsagn"]
    app.config.setdefault("TILSAGN_DEMO", settings.demo)
    # A page may stand open all day: the token lives as long as the session it belongs to.
    app.config.setdefault("WTF_CSRF_TIME_LIMIT", None)
    init_locale(app)
    csrf.init_app(app)
    init_showing(app)
    init_addresses(app)
    init_headers(app)
    init_errorpages(app)
    app.register_blueprint(_pages())


def _pages() -> Blueprint:
    pages = Blueprint("foundation", __name__)
    pages.add_url_rule("/language", "language", locale.switch, methods=["POST"])
    pages.add_url_rule("/healthz", "alive", health.alive)
    pages.add_url_rule("/readyz", "ready", health.ready)
    pages.add_url_rule("/komponenter", "components", show_components, methods=["GET", "POST"])
    pages.add_url_rule("/om/tilgjengelighet", "accessibility", _accessibility)
    pages.add_url_rule("/om/personvern", "privacy", _privacy)
    return pages


@open_to_all
def _accessibility() -> ResponseReturnValue:
    """Say how far the pages follow the requirements of universal design, and what to do if not."""
    return render_template("foundation/accessibility.html")


@open_to_all
def _privacy() -> ResponseReturnValue:
    """Say which personal data are kept, why and for how long."""
    return render_template("foundation/privacy.html")
