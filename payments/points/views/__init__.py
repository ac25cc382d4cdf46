"""Pages of stage gates. Importing a module puts its pages on the blueprint."""

from payments.points.views import office, outside, panels

__all__ = ["office", "outside", "panels"]
