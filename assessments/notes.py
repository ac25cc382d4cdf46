"""What this room writes in a case's journal beside the moves of the procedure. All of it is internal."""

from enum import StrEnum

from assessments.models import Task
from criteria.impartiality import Outcome, View


class CaseNote(StrEnum):
    """Something that happened in a case without moving it."""

    DECLARED_IMPARTIAL = "declared_impartial"
    DECLARED_DOUBT = "declared_doubt"
    DECLARED_PARTIAL = "declared_partial"
    OBJECTED = "objected"
    RULED_IMPARTIAL = "ruled_impartial"
    RULED_PARTIAL = "ruled_partial"
    PUT_ON_TO_HANDLE = "put_on_to_handle"
    PUT_ON_TO_ASSESS = "put_on_to_assess"
    TAKEN_OFF_HANDLING = "taken_off_handling"
    TAKEN_OFF_ASSESSING = "taken_off_assessing"
    EXAMINED = "examined"
    OVERRULED = "finding_overruled"
    CONFIRMED_CONTROL = "control_confirmed"
    ASSESSED_BY_ONE = "assessed_by_one"
    THIRD_READING = "third_reading"
    MODERATED = "moderated"
    BUDGET_APPROVED = "budget_approved"


DECLARED = {
    View.IMPARTIAL: CaseNote.DECLARED_IMPARTIAL,
    View.DOUBT: CaseNote.DECLARED_DOUBT,
    View.PARTIAL: CaseNote.DECLARED_PARTIAL,
}
RULED = {
    Outcome.IMPARTIAL: CaseNote.RULED_IMPARTIAL,
    Outcome.PARTIAL: CaseNote.RULED_PARTIAL,
}
PUT_ON = {Task.HANDLE: CaseNote.PUT_ON_TO_HANDLE, Task.ASSESS: CaseNote.PUT_ON_TO_ASSESS}
TAKEN_OFF = {Task.HANDLE: CaseNote.TAKEN_OFF_HANDLING, Task.ASSESS: CaseNote.TAKEN_OFF_ASSESSING}
