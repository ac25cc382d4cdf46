"""What the case's own pages show of complaints: one panel for the office, one for the parties."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from applications.views.room import arrived
from assessments import panels as office
from decisions.appeals import queries as appeals
from decisions.appeals.outside import right_to_complain
from decisions.appeals.states import state_of
from foundation.errors import NotFoundError


def _for_the_office(application_id: int) -> office.Content | None:
    found = appeals.complaints_in(application_id)
    if not found:
        return None
    return office.Content(
        "decisions/appeals/case_panel.html",
        {"complaints": [(one, state_of(one)) for one in found]},
    )


def _for_the_party(application: Application, person: Person) -> outside.Content | None:
    try:
        right = right_to_complain(person, application.id, arrived())
    except NotFoundError:
        return None
    return outside.Content(
        "decisions/appeals/outside_panel.html",
        {"right": right, "application_id": application.id},
    )


office.register_panel(
    office.Panel(
        anchor="klager",
        title=_l("Klager"),
        permission=Permission.DECISION_READ,
        order=12,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="complaint", order=12, load=_for_the_party))
