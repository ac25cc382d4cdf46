"""What officers type and choose in this room."""

from assessments.forms.casework import AskForm, DeclareForm, DeclareManyForm, ReasonForm
from assessments.forms.lists import ListFilter, MarkingDateForm, SearchForm, ViewForm
from assessments.forms.marking import MarkSheet, mark_sheet
from assessments.forms.planning import PlanForm
from assessments.forms.proposals import ChooseForm, ExtraForm, FrameForm, Ways
from assessments.forms.staffing import AssignForm

__all__ = [
    "AskForm",
    "AssignForm",
    "ChooseForm",
    "DeclareForm",
    "DeclareManyForm",
    "ExtraForm",
    "FrameForm",
    "ListFilter",
    "MarkSheet",
    "MarkingDateForm",
    "PlanForm",
    "ReasonForm",
    "SearchForm",
    "ViewForm",
    "Ways",
    "mark_sheet",
]
