"""What the case's own pages show of openness: the journal for the office, the documents for the parties."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from assessments import panels as office
from figures.openness.casefile import has_file


def _for_the_office(application_id: int) -> office.Content | None:
    return office.Content("openness/case_panel.html", {"application_id": application_id})


def _for_the_party(application: Application, person: Person) -> outside.Content | None:
    if not has_file(application, person):
        return None
    return outside.Content("openness/outside_panel.html", {"application_id": application.id})


office.register_panel(
    office.Panel(
        anchor="journal",
        title=_l("Offentlig journal"),
        permission=Permission.CASE_READ,
        order=60,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="documents", order=60, load=_for_the_party))
