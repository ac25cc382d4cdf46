"""Pages of this room. Importing a module puts its pages on the blueprint."""

from decisions import making
from decisions.views import answering, drafting, letters, one, panels, publishing, rounds, signing
from decisions.views.blueprint import pages

__all__ = [
    "answering",
    "drafting",
    "letters",
    "making",
    "one",
    "pages",
    "panels",
    "publishing",
    "rounds",
    "signing",
]
