"""What the case's own pages show of its decision and its letters: one for the office, one outside."""

from flask_babel import lazy_gettext as _l

from accounts.identity import is_allowed
from accounts.models import Person
from accounts.permissions import Permission
from applications import panels as outside
from applications.models import Application
from applications.views.room import arrived
from assessments import panels as office
from decisions import queries
from decisions.accountchange import queries as accounts
from decisions.outside import seen_from_outside
from decisions.states import state_of
from foundation.errors import NotFoundError


def _for_the_office(application_id: int) -> office.Content | None:
    decision = queries.latest_of(application_id)
    letters = queries.letters_in_case(application_id)
    failed = queries.failed_documents(application_id)
    if decision is None and not letters and not failed:
        return None
    return office.Content(
        "decisions/case_panel.html",
        {
            "decision": decision,
            "state": state_of(decision) if decision else None,
            "letters": letters,
            "application_id": application_id,
            "failed": failed,
            "drafts": is_allowed(Permission.DECISION_DRAFT),
            "signs": is_allowed(Permission.DECISION_SIGN),
            "changes": accounts.changes_of(application_id),
        },
    )


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    letters = queries.letters_to(person, application.id)
    try:
        seen = seen_from_outside(person, application.id, arrived())
    except NotFoundError:
        seen = None
    if seen is None and not letters:
        return None
    return outside.Content(
        "decisions/outside_panel.html",
        {"seen": seen, "letters": letters, "application_id": application.id},
    )


office.register_panel(
    office.Panel(
        anchor="vedtak",
        title=_l("Vedtak og brev"),
        permission=Permission.DECISION_READ,
        order=10,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="decision", order=10, load=_for_the_applicant))
