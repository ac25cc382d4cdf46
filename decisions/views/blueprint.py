"""The blueprint of this room's pages, and its places in the navigation."""

from flask import Blueprint
from flask_babel import lazy_gettext as _l

from accounts.identity import is_allowed
from accounts.permissions import Permission
from decisions import words
from foundation.pages import NavItem, register_navigation

pages = Blueprint("decisions", __name__)
__all__ = ["pages", "words"]

register_navigation(NavItem("decisions.rounds", _l("Vedtak"), Permission.DECISION_READ, order=40))
register_navigation(NavItem("decisions.letters", _l("Brev"), Permission.APPLICATION_READ, order=25))


@pages.context_processor
def _rights() -> dict[str, bool]:
    """Tell the templates what the reader may do."""
    return {
        "may_draft": is_allowed(Permission.DECISION_DRAFT),
        "may_sign": is_allowed(Permission.DECISION_SIGN),
    }
