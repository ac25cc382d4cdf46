"""Everything a follow-up report is filled from, read at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from criteria.postings import Balance
from decisions.queries.paperwork import CasePaper, case_paper
from followup.models import Report
from followup.project import Project
from followup.queries.projects import project_of
from payments.queries import case_years


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A report that is sent, its case and project, and the case's money as it stood when it was sent."""

    report: Report
    case: CasePaper
    project: Project
    money: Mapping[int, Balance]


def report_paper(report: Report) -> ReportPaper:
    """Read what a whole report is printed from. Raises NotFoundError."""
    case = case_paper(report.application_id)
    return ReportPaper(
        report=report,
        case=case,
        project=project_of(case.application),
        money=case_years(report.application_id, until=report.submitted_at),
    )
