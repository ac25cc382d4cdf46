"""Pages of this room. Importing a module puts its pages on the blueprint."""

from decisions import making, releasing, reminding, trying
from decisions.accountchange import views as accountchange
from decisions.agenda import views as agenda
from decisions.appeals import views as appeals
from decisions.correcting import views as correcting
from decisions.localdecisions import views as localdecisions
from decisions.views import (
    answering,
    drafting,
    interim,
    languages,
    letters,
    one,
    panels,
    publishing,
    rounds,
    signing,
    texts,
)
from decisions.views.blueprint import pages

__all__ = [
    "accountchange",
    "agenda",
    "answering",
    "appeals",
    "correcting",
    "drafting",
    "interim",
    "languages",
    "letters",
    "localdecisions",
    "making",
    "one",
    "pages",
    "panels",
    "publishing",
    "releasing",
    "reminding",
    "rounds",
    "signing",
    "texts",
    "trying",
]
