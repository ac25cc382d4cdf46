"""Finding a report with its application, for those who may see it."""

from dataclasses import dataclass

from accounts.identity import me
from accounts.models import Role
from applications.facts import lead_of
from applications.models import Application
from applications.queries import any_application, application_of
from assessments.queries import pass_gate
from followup import queries
from followup.models import Report
from foundation.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Opened:
    """A report with its application, both whole."""

    report: Report
    application: Application

    @property
    def is_leads(self) -> bool:
        """Tell whether the reader acts for the lead."""
        lead = lead_of(self.application).organisation_id
        return lead in me().organisations_as(Role.EDITOR, Role.SIGNATORY)

    @property
    def may_sign(self) -> bool:
        """Tell whether the reader signs for the lead."""
        return lead_of(self.application).organisation_id in me().organisations_as(Role.SIGNATORY)


def opened_outside(report_id: int) -> Opened:
    """Find a report of a project that the reader takes part in. Raises NotFoundError."""
    report = queries.report_of(me(), report_id)
    return Opened(report, application_of(me(), report.application_id))


def opened_draft(report_id: int) -> Opened:
    """Find a report that the reader may still write in. Raises NotFoundError."""
    found = opened_outside(report_id)
    if found.report.submitted_at is not None or not found.is_leads:
        raise NotFoundError
    return found


def opened_by_the_office(report_id: int) -> Opened:
    """Find a report whose case is open to the reader. Raises NotFoundError, ClosedCaseError."""
    report = queries.any_report(report_id)
    pass_gate(me(), report.application_id)
    return Opened(report, any_application(report.application_id))
