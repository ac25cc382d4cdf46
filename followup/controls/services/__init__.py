"""Acts of control: setting what risk is worth, drawing, looking into a case, and concluding."""

from followup.controls.services.controlling import (
    add_finding,
    answer_checks,
    conclude,
    settle_finding,
)
from followup.controls.services.drawing import draw_sample, set_risk_points

__all__ = [
    "add_finding",
    "answer_checks",
    "conclude",
    "draw_sample",
    "set_risk_points",
    "settle_finding",
]
