"""Pages of this room. Importing a module puts its pages on the blueprint."""

from accounts.notices import bounces, digest, words
from accounts.views import (
    addresses,
    kept,
    keys,
    operations,
    organisations,
    persons,
    register,
    signing,
)
from accounts.views.blueprint import pages

__all__ = [
    "addresses",
    "digest",
    "kept",
    "keys",
    "operations",
    "organisations",
    "pages",
    "persons",
    "register",
    "signing",
    "words",
]

bounces.register()
