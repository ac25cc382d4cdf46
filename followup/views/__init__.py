"""Pages of this room. Importing a module puts its pages on the blueprint."""

from followup import reportdates
from followup.assistance import views as assistance
from followup.benefits import views as benefits
from followup.carryover import views as carryover
from followup.changing import views as changing
from followup.controls import views as controls
from followup.deadlines import views as deadlines
from followup.experience import views as experience
from followup.views import accounts, answering, documents, office, panels, reading, writing
from followup.views.blueprint import pages

__all__ = [
    "accounts",
    "answering",
    "assistance",
    "benefits",
    "carryover",
    "changing",
    "controls",
    "deadlines",
    "documents",
    "experience",
    "office",
    "pages",
    "panels",
    "reading",
    "reportdates",
    "writing",
]
