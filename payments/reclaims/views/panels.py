"""What a case's own pages show of money that is asked back, and of a stop of payment."""

from flask_babel import lazy_gettext as _l

from accounts.identity import is_allowed
from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from assessments import panels as office
from payments.overview import case_money
from payments.reclaims.queries import reclaims_of
from payments.reclaims.stops import stops_of


def _for_the_office(application_id: int) -> office.Content | None:
    money = case_money(application_id)
    if money is None:
        return None
    context = {
        "application_id": application_id,
        "reclaims": reclaims_of(application_id),
        "stops": stops_of(application_id),
        "may": is_allowed(Permission.DECISION_DRAFT),
        "claimable": money.total.claimable,
        "unpaid": money.total.remaining,
    }
    return office.Content("payments/reclaims/case_panel.html", context)


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    del person
    found = reclaims_of(application.id)
    stops = [one for one in stops_of(application.id) if one.lifted_at is None]
    if not found and not stops:
        return None
    context = {"application": application, "reclaims": found, "stops": stops}
    return outside.Content("payments/reclaims/outside_panel.html", context)


office.register_panel(
    office.Panel(
        anchor="tilbakekreving",
        title=_l("Tilbakekreving og stans"),
        permission=Permission.CASE_READ,
        order=21,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="reclaims", order=21, load=_for_the_applicant))
