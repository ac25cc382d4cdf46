"""Pages of local decisions. Importing a module puts its pages on the blueprint."""

from decisions.localdecisions.views import office, outside, panels

__all__ = ["office", "outside", "panels"]
