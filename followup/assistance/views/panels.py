"""What a case's own pages show of help with standards: a panel for each side."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from assessments import panels as office
from followup.assistance import queries
from followup.assistance.states import state_of
from followup.benefits.queries import FOLLOWED


def _for_the_office(application_id: int) -> office.Content | None:
    rows = [(one, state_of(one)) for one in queries.requests_in(application_id)]
    return office.Content("followup/assistance/case_panel.html", {"rows": rows}) if rows else None


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    del person
    if application.step not in FOLLOWED:
        return None
    return outside.Content(
        "followup/assistance/outside_panel.html", {"application_id": application.id}
    )


office.register_panel(
    office.Panel(
        anchor="bistand",
        title=_l("Bistand med standarder"),
        permission=Permission.CASE_READ,
        order=33,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="assistance", order=33, load=_for_the_applicant))
