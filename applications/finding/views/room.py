"""What these pages share: the blueprint, and whom the signed-in person acts for."""

from flask import Blueprint
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from accounts.identity import applicant_organisations, me
from accounts.models import Organisation, OrganisationKind
from accounts.permissions import Permission, allows
from applications.finding import words
from applications.finding.contents import OPEN_TO_KOMMUNER
from applications.finding.queries.calls import measures_by_code
from applications.views.room import arrived
from foundation.errors import NotFoundError
from foundation.pages import NavItem, register_navigation
from grants.models import Measure

pages = Blueprint("finding", __name__)
register_navigation(NavItem("finding.index", _l("Samarbeid"), Permission.PLAN_READ, order=21, seldom=True))
__all__ = ["arrived", "measure_of", "measures", "own_kommuner", "pages", "sees_contacts", "words"]


def own_kommuner() -> list[Organisation]:
    """List the kommuner that the signed-in person acts for."""
    return [one for one in applicant_organisations() if one.kind is OrganisationKind.MUNICIPALITY]


def measures() -> list[Measure]:
    """List the measures that kommuner apply for."""
    return measures_by_code(OPEN_TO_KOMMUNER)


def measure_of(measure_id: int | None) -> Measure:
    """Find a measure that kommuner apply for. Raises NotFoundError."""
    found = next((one for one in measures() if one.id == measure_id), None)
    if found is None:
        raise NotFoundError
    return found


def sees_contacts() -> bool:
    """Tell whether the visitor acts for an applicant: nobody else is shown whom to ask."""
    return bool(current_user.is_authenticated) and allows(me(), Permission.APPLICATION_READ)
