"""The blueprint of openness, and its places in the navigation."""

from flask import Blueprint
from flask_babel import lazy_gettext as _l

from accounts.permissions import Permission
from figures.openness import nightly, words
from foundation.pages import NavItem, register_navigation

pages = Blueprint("openness", __name__)
__all__ = ["nightly", "pages", "words"]

register_navigation(
    NavItem("openness.requests", _l("Innsynskrav"), Permission.DISCLOSURE_ANSWER, order=62, seldom=True)
)
