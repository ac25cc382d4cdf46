"""Pages of this room. Importing a module puts its pages on the blueprint."""

from payments.batches import views as batches
from payments.books import views as books
from payments.interest import views as interest
from payments.plans import views as plans
from payments.points import views as points
from payments.reclaims import views as reclaims
from payments.running import views as running
from payments.succession import views as succession
from payments.views import booking, entries, instalments, panels
from payments.views.blueprint import pages

__all__ = [
    "batches",
    "booking",
    "books",
    "entries",
    "instalments",
    "interest",
    "pages",
    "panels",
    "plans",
    "points",
    "reclaims",
    "running",
    "succession",
]
