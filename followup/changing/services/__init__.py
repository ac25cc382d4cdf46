"""Acts on changes: begun, written, sent and withdrawn by the lead, confirmed by partners, decided."""

from followup.changing.services.confirming import confirm_change, leave_project
from followup.changing.services.deciding import decide_change
from followup.changing.services.writing import (
    begin_change,
    save_change,
    submit_change,
    withdraw_change,
)

__all__ = [
    "begin_change",
    "confirm_change",
    "decide_change",
    "leave_project",
    "save_change",
    "submit_change",
    "withdraw_change",
]
