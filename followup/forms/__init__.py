"""What a lead writes in a report, and what the office chooses and answers."""

from followup.forms.office import MetForm, ReviewFilterForm, ReviewForm
from followup.forms.report import ReportForm, report_form
from followup.forms.sending import AuditForm, SubmitForm

__all__ = [
    "AuditForm",
    "MetForm",
    "ReportForm",
    "ReviewFilterForm",
    "ReviewForm",
    "SubmitForm",
    "report_form",
]
