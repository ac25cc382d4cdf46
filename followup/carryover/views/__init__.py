"""Pages of unused money: one for those who apply, and the office's."""

from followup.carryover import dates, foreknown
from followup.carryover.views import office, outside, panels

__all__ = ["dates", "foreknown", "office", "outside", "panels"]
