"""What is typed about plans and groups."""

from applications.finding.forms.groups import ApplyForm, GroupForm, InviteForm
from applications.finding.forms.plans import NewPlanForm, PlanFilter, PlanForm
from applications.finding.forms.suggestions import SuggestionFilter

__all__ = [
    "ApplyForm",
    "GroupForm",
    "InviteForm",
    "NewPlanForm",
    "PlanFilter",
    "PlanForm",
    "SuggestionFilter",
]
