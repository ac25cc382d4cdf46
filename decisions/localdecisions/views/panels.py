"""What a case's own pages show of local decisions: a panel for each side, where the call asks for them."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from assessments import panels as office
from decisions.localdecisions import queries


def _for_the_office(application_id: int) -> office.Content | None:
    owed = queries.owed_in(application_id)
    return office.Content("decisions/local/case_panel.html", {"owed": owed}) if owed else None


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    del person
    owed = queries.owed_in(application.id)
    if not owed:
        return None
    return outside.Content(
        "decisions/local/outside_panel.html",
        {
            "application_id": application.id,
            "lacking": [one.organisation.name for one in owed if one.is_lacking],
        },
    )


office.register_panel(
    office.Panel(
        anchor="kommunenes-vedtak",
        title=_l("Kommunenes egne vedtak"),
        permission=Permission.CASE_READ,
        order=12,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="local_decisions", order=12, load=_for_the_applicant))
