"""Pages of this room. Importing a module puts its pages on the blueprint."""

from payments.views import booking, entries, instalments, panels
from payments.views.blueprint import pages

__all__ = ["booking", "entries", "instalments", "pages", "panels"]
