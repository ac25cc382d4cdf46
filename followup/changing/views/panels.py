"""What the case's own pages show of changes: one panel for the office, one for those who take part."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from assessments import panels as office
from criteria.steps import Step
from followup.changing import queries
from followup.changing.words import state_of

_HAS_CHANGES = frozenset({Step.ACCEPTED, Step.COMPLETED})


def _for_the_office(application_id: int) -> office.Content | None:
    rows = [(one, state_of(one)) for one in queries.changes_in(application_id, sent=True)]
    return office.Content("followup/changing/case_panel.html", {"rows": rows}) if rows else None


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    del person
    if application.step not in _HAS_CHANGES:
        return None
    return outside.Content(
        "followup/changing/outside_panel.html", {"application_id": application.id}
    )


office.register_panel(
    office.Panel(
        anchor="endringer",
        title=_l("Endringer"),
        permission=Permission.CASE_READ,
        order=29,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="changes", order=29, load=_for_the_applicant))
