"""Reading duties to report, reports, and what they are held against."""

from followup.queries.duties import (
    DutyRow,
    duties_in_case,
    duties_of,
    duty_of,
    formless_duty,
    still_owed,
)
from followup.queries.projects import project_of
from followup.queries.reports import (
    any_report,
    earlier_reports,
    is_newest,
    newest_in_case,
    report_by_id,
    report_of,
    returned_before,
)
from followup.queries.review import BookmarkError, ReviewFilter, ReviewPage, ReviewRow, review_page

__all__ = [
    "BookmarkError",
    "DutyRow",
    "ReviewFilter",
    "ReviewPage",
    "ReviewRow",
    "any_report",
    "duties_in_case",
    "duties_of",
    "duty_of",
    "earlier_reports",
    "formless_duty",
    "is_newest",
    "newest_in_case",
    "project_of",
    "report_by_id",
    "report_of",
    "returned_before",
    "review_page",
    "still_owed",
]
