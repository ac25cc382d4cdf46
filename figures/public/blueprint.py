"""The blueprint of what everybody may read, and its places in the navigation."""

from flask import Blueprint
from flask_babel import lazy_gettext as _l

from figures.public import words
from foundation.pages import NavItem, register_navigation

pages = Blueprint("public", __name__)
__all__ = ["pages", "words"]

register_navigation(NavItem("public.all_awards", _l("Tilskudd"), None, 22))
register_navigation(NavItem("public.library", _l("Erfaringer"), None, 23))
