"""What a case's own pages show of stage gates: a panel for each side, where there are any."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from assessments import panels as office
from foundation import clock
from payments.points import queries


def _for_the_office(application_id: int) -> office.Content | None:
    points = queries.points_in(application_id)
    if not points:
        return None
    return office.Content(
        "payments/points/case_panel.html",
        {"points": points, "application_id": application_id, "today": clock.today()},
    )


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    del person
    points = queries.points_in(application.id)
    if not points:
        return None
    return outside.Content(
        "payments/points/outside_panel.html",
        {"points": points, "application_id": application.id, "today": clock.today()},
    )


office.register_panel(
    office.Panel(
        anchor="stoppunkter",
        title=_l("Stoppunkter og kontrollpunkter"),
        permission=Permission.CASE_READ,
        order=21,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="stage_gates", order=21, load=_for_the_applicant))
