"""What pages show, worked out beforehand, so that templates only show."""

from grants.shown.calls import CallShown, show_call, show_list, show_rule
from grants.shown.questions import conditions, how
from grants.shown.scheme import post_name, show_changes, show_levels, show_money, show_sender
from grants.shown.texts import said

__all__ = [
    "CallShown",
    "conditions",
    "how",
    "post_name",
    "said",
    "show_call",
    "show_changes",
    "show_levels",
    "show_list",
    "show_money",
    "show_rule",
    "show_sender",
]
