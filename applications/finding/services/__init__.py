"""Acts on plans and groups, in the order that kommuner meet them."""

from applications.finding.services.applying import apply_together
from applications.finding.services.gathering import form_group, invite, reply
from applications.finding.services.planning import change_plan, publish_plan, withdraw_plan

__all__ = [
    "apply_together",
    "change_plan",
    "form_group",
    "invite",
    "publish_plan",
    "reply",
    "withdraw_plan",
]
