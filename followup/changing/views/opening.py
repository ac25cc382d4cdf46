"""Finding a change with its project, for those who may see it."""

from accounts.identity import me
from accounts.models import Role
from applications.facts import lead_of
from applications.models import Partner
from applications.queries import any_application, application_of
from assessments.queries import pass_gate
from followup.changing import queries
from followup.changing.project import Changing, changing
from foundation.errors import NotFoundError


def opened_outside(change_id: int) -> Changing:
    """Find a change of a project that the reader takes part in. Raises NotFoundError."""
    change = queries.change_of(me(), change_id)
    return changing(change, application_of(me(), change.application_id))


def opened_draft(change_id: int) -> Changing:
    """Find a change that the reader may write in. Raises NotFoundError."""
    found = opened_outside(change_id)
    if not found.request.is_draft or not leads(found):
        raise NotFoundError
    return found


def opened_by_the_office(change_id: int) -> Changing:
    """Find a change whose case is open to the reader. Raises NotFoundError, ClosedCaseError."""
    change = queries.any_change(change_id)
    pass_gate(me(), change.application_id)
    return changing(change, any_application(change.application_id))


def leads(found: Changing) -> bool:
    """Tell whether the reader acts for the lead."""
    return lead_of(found.application).organisation_id in me().organisations_as(
        Role.EDITOR, Role.SIGNATORY
    )


def signs_for_lead(found: Changing) -> bool:
    """Tell whether the reader signs for the lead."""
    return lead_of(found.application).organisation_id in me().organisations_as(Role.SIGNATORY)


def own_lacking(found: Changing) -> list[Partner]:
    """List the participants that the reader may say yes for now."""
    if not found.request.awaits_answer:
        return []
    own = me().organisations_as(Role.SIGNATORY)
    return [one for one in found.lacking if one.organisation_id in own]
