"""What officers type and choose in this room."""

from assessments.forms.casework import (
    AskForm,
    AssignForm,
    BulkForm,
    DeclareForm,
    ListFilter,
    ReasonForm,
)
from assessments.forms.marking import MarkSheet, mark_sheet
from assessments.forms.proposals import ChooseForm, CompareForm, FrameForm

__all__ = [
    "AskForm",
    "AssignForm",
    "BulkForm",
    "ChooseForm",
    "CompareForm",
    "DeclareForm",
    "FrameForm",
    "ListFilter",
    "MarkSheet",
    "ReasonForm",
    "mark_sheet",
]
