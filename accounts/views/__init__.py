"""Pages of this room. Importing a module puts its pages on the blueprint."""

from accounts.views import kept, keys, organisations, persons, register, signing
from accounts.views.blueprint import pages

__all__ = ["kept", "keys", "organisations", "pages", "persons", "register", "signing"]
