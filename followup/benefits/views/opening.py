"""Finding a project's register, and the two ends of its benefit map."""

from accounts.identity import me
from applications.models import Application
from applications.queries import any_application, application_of
from applications.queries.one import led_by
from assessments.queries import pass_gate
from followup.benefits import chain, queries
from followup.benefits.models import ProjectBenefit
from followup.benefits.shown import Register, register_of
from foundation.errors import NotFoundError
from grants import queries as grants


def opened_outside(application_id: int) -> Register:
    """Find the register of a project that the reader is in, or has benefits from. Raises NotFoundError."""
    found = register_of(_followed(project_seen(application_id)), me())
    if not found.kommuner:
        raise NotFoundError  # an observer carries nothing out
    return found


def project_seen(application_id: int) -> Application:
    """Find a project that the reader takes part in, or has taken benefits over from. Raises NotFoundError."""
    if queries.received_project(me(), application_id):
        return any_application(application_id)
    return application_of(me(), application_id)


def opened_led(application_id: int) -> Application:
    """Find a project whose benefits the reader may choose, as one of the lead's. Raises NotFoundError."""
    return _followed(led_by(me(), application_id))


def opened_by_the_office(application_id: int) -> Register:
    """Find the register of a case that is open to the reader. Raises NotFoundError, ClosedCaseError."""
    pass_gate(me(), application_id)
    return register_of(_followed(any_application(application_id)), None)


def chains_of(found: Register) -> tuple[chain.Chain, ...]:
    """Give the chains of a project's benefits, in the order of their codes."""
    return chain.of_project(found.rows, found.application.call.measure, ends())


def ends() -> chain.Ends:
    """Name the scheme's measures and goals."""
    scheme = grants.scheme()
    return chain.Ends.of(scheme.measures, scheme.goals)


def name_in(application: Application, organisation_id: int) -> str:
    """Name a kommune of a loaded project. Raises NotFoundError."""
    for one in application.partners:
        if one.organisation_id == organisation_id:
            return one.organisation.name
    raise NotFoundError


def project_of(benefit: ProjectBenefit) -> Application:
    """Read the project of a benefit whole."""
    return project_seen(benefit.application_id)


def _followed(application: Application) -> Application:
    if application.step not in queries.FOLLOWED:
        raise NotFoundError
    return application
