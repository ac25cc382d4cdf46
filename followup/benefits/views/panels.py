"""What the case's own pages show of benefits: the way to the register."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application, PartnerRole
from applications.queries.one import ACTS_FOR
from assessments import panels as office
from followup.benefits import queries


def _for_the_office(application_id: int) -> office.Content | None:
    rows = queries.followed_in([application_id]).get(application_id)
    return (
        office.Content(
            "followup/benefits/case_panel.html", {"codes": rows, "application_id": application_id}
        )
        if rows
        else None
    )


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    own = person.organisations_as(*ACTS_FOR)
    carries = any(
        one.organisation_id in own and one.role is not PartnerRole.OBSERVER
        for one in application.partners
    )
    if application.step not in queries.FOLLOWED or not carries:
        return None
    return outside.Content(
        "followup/benefits/outside_panel.html", {"application_id": application.id}
    )


office.register_panel(
    office.Panel(
        anchor="gevinster",
        title=_l("Gevinster"),
        permission=Permission.CASE_READ,
        order=31,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="benefits", order=31, load=_for_the_applicant))
