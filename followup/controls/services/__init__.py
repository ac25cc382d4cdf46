"""Acts of control: setting what risk is worth, drawing, looking into a case, and concluding."""

from followup.controls.services.controlling import (
    add_finding,
    answer_checks,
    conclude,
    settle_finding,
)
from followup.controls.services.drawing import draw_sample, set_risk_points
from followup.controls.services.listing import set_checklist

__all__ = [
    "add_finding",
    "answer_checks",
    "conclude",
    "draw_sample",
    "set_checklist",
    "set_risk_points",
    "settle_finding",
]
