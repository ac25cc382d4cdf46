"""What officers type and choose in this room."""

from assessments.forms.casework import AskForm, DeclareForm, DeclareManyForm, ReasonForm
from assessments.forms.marking import MarkSheet, mark_sheet
from assessments.forms.proposals import ChooseForm, FrameForm
from assessments.forms.staffing import AssignForm, BulkForm, ListFilter

__all__ = [
    "AskForm",
    "AssignForm",
    "BulkForm",
    "ChooseForm",
    "DeclareForm",
    "DeclareManyForm",
    "FrameForm",
    "ListFilter",
    "MarkSheet",
    "ReasonForm",
    "mark_sheet",
]
