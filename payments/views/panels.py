"""What the case's own pages show of its money: one for the office, one for those who applied."""

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from assessments import panels as office
from payments.overview import case_money


def _for_the_office(application_id: int) -> office.Content | None:
    money = case_money(application_id)
    if money is None:
        return None
    return office.Content(
        "payments/case_panel.html", {"money": money, "application_id": application_id}
    )


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    del person
    money = case_money(application.id)
    if money is None or not money.instalments:
        return None
    return outside.Content(
        "payments/outside_panel.html", {"money": money, "application_id": application.id}
    )


office.register_panel(
    office.Panel(
        anchor="okonomi",
        title=_l("Økonomi"),
        permission=Permission.CASE_READ,
        order=20,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="money", order=20, load=_for_the_applicant))
