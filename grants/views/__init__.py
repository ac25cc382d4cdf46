"""Pages of this room. Importing a module puts its pages on the blueprint."""

from grants.views import public
from grants.views.blueprint import pages

__all__ = ["pages", "public"]
