"""Pages of changes. Importing a module puts its pages on the blueprint."""

from followup.changing.views import office, panels, partners, writing

__all__ = ["office", "panels", "partners", "writing"]
