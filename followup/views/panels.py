"""What the case's own pages show of its reports: one for the office, one for those who applied."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from assessments import panels as office
from followup import queries
from foundation import clock


def _for_the_office(application_id: int) -> office.Content | None:
    rows = queries.duties_in_case(application_id, clock.today())
    return office.Content("followup/case_panel.html", {"rows": rows}) if rows else None


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    del person
    rows = queries.duties_in_case(application.id, clock.today())
    return outside.Content("followup/outside_panel.html", {"rows": rows}) if rows else None


office.register_panel(
    office.Panel(
        anchor="rapporter",
        title=_l("Rapporter"),
        permission=Permission.CASE_READ,
        order=30,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="reports", order=30, load=_for_the_applicant))
