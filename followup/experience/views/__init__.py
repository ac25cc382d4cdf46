"""Pages of the experience library's two sides. Importing a module puts its pages on the blueprint."""

from followup.experience.views import office, writing

__all__ = ["office", "writing"]
