"""What a case's own pages show of unused money: one panel for the office, one for those who take part."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from assessments import panels as office
from followup.carryover import queries
from followup.carryover.views.outside import HAS_MONEY
from followup.carryover.words import state_of, state_outside


def _for_the_office(application_id: int) -> office.Content | None:
    rows = [(one, state_of(one)) for one in queries.carry_overs_in(application_id)]
    return office.Content("followup/carryover/case_panel.html", {"rows": rows}) if rows else None


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    del person
    if application.step not in HAS_MONEY:
        return None
    rows = [(one, state_outside(one)) for one in queries.carry_overs_in(application.id)]
    return outside.Content(
        "followup/carryover/outside_panel.html", {"application_id": application.id, "rows": rows}
    )


office.register_panel(
    office.Panel(
        anchor="ubrukte-midler",
        title=_l("Ubrukte midler"),
        permission=Permission.CASE_READ,
        order=31,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="carryover", order=31, load=_for_the_applicant))
