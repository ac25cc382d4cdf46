"""Pages of control. Importing a module puts its pages on the blueprint."""

from followup.controls.views import controlling, drawing, listing

__all__ = ["controlling", "drawing", "listing"]
