"""Pages of this room. Importing a module puts its pages on the blueprint."""

from followup.changing import views as changing
from followup.views import documents, office, panels, reading, writing
from followup.views.blueprint import pages

__all__ = ["changing", "documents", "office", "pages", "panels", "reading", "writing"]
