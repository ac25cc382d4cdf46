"""Acts of reporting: beginning, saving and sending a report, and reviewing it."""

from followup.services.meeting import note_met
from followup.services.reviewing import review_report
from followup.services.submitting import submit_report
from followup.services.writing import begin_report, enclose_audit, remove_audit, save_report

__all__ = [
    "begin_report",
    "enclose_audit",
    "note_met",
    "remove_audit",
    "review_report",
    "save_report",
    "submit_report",
]
