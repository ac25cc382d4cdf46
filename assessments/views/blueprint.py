"""The blueprint of this room's pages, and what becomes of who comes to a closed case."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from accounts.permissions import Permission
from assessments import (
    allocation_words,
    reading_words,
    reexamining,
    seeking,
    supposing_words,
    words,
)
from assessments.groups import group_named
from assessments.lists import words as list_words
from assessments.queries import ClosedCaseError
from foundation.pages import NavItem, register_navigation

pages = Blueprint("assessments", __name__)
__all__ = [
    "allocation_words",
    "list_words",
    "pages",
    "reading_words",
    "reexamining",
    "seeking",
    "supposing_words",
    "words",
]

pages.add_app_template_filter(group_named, "group")
register_navigation(NavItem("assessments.cases", _l("Saker"), Permission.CASE_READ, order=30))
register_navigation(
    NavItem("assessments.calls", _l("Innstillinger"), Permission.PROPOSAL_READ, order=35)
)


@pages.app_errorhandler(ClosedCaseError)
def show_the_cover(error: ClosedCaseError) -> ResponseReturnValue:
    """Lead who may not open a case, on any page, to where its cover is and impartiality is declared."""
    return redirect(url_for("assessments.declare", application_id=error.application_id), 303)
