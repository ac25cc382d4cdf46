"""The blueprint of this room's pages, and its places in the navigation."""

from flask import Blueprint
from flask_babel import lazy_gettext as _l

from accounts.permissions import Permission
from figures import inspecting, words
from figures.evidence import making
from figures.research import making as editions
from foundation.pages import NavItem, register_navigation

pages = Blueprint("figures", __name__)
__all__ = ["editions", "inspecting", "making", "pages", "words"]

register_navigation(NavItem("figures.export", _l("Eksport"), Permission.FIGURES_EXPORT, order=75))
register_navigation(NavItem("figures.research", _l("Data"), Permission.STATISTICS_READ, order=76))
register_navigation(NavItem("figures.audit_trail", _l("Revisjon"), Permission.AUDIT_READ, order=80))
