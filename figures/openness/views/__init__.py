"""Pages of openness. Importing a module puts its pages on the blueprint."""

from figures.openness.views import answering, answers, casefile, journal, marking, panels
from figures.openness.views.blueprint import pages

__all__ = ["answering", "answers", "casefile", "journal", "marking", "pages", "panels"]
