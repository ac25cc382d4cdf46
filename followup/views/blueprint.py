"""The blueprint of this room's pages, and its places in the navigation."""

from flask import Blueprint
from flask_babel import lazy_gettext as _l

from accounts.permissions import Permission
from followup import words
from foundation.pages import NavItem, register_navigation
from foundation.wording import format_number

pages = Blueprint("followup", __name__)
__all__ = ["pages", "words"]

register_navigation(NavItem("followup.duties", _l("Rapporter"), Permission.REPORT_WRITE, order=23))
register_navigation(NavItem("followup.to_review", _l("Rapporter"), Permission.CASE_READ, order=45))
register_navigation(
    NavItem("followup.changes_to_decide", _l("Endringer"), Permission.CASE_READ, order=46, seldom=True)
)
register_navigation(NavItem("followup.samples", _l("Kontroll"), Permission.CONTROL_READ, order=47))


@pages.context_processor
def _of_the_room() -> dict[str, object]:
    """Let the templates write what is measured: `35,5`, as precise as it was typed."""
    return {"measure": format_number}
