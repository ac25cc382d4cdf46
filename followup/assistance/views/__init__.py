"""Pages of help with standards. Importing a module puts its pages on the blueprint."""

from followup.assistance.views import office, outside, panels

__all__ = ["office", "outside", "panels"]
