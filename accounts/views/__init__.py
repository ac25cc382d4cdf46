"""Pages of this room. Importing a module puts its pages on the blueprint."""

from accounts.notices import bounces, digest, words
from accounts.views import (
    addresses,
    authority,
    kept,
    keys,
    leading,
    operations,
    organisations,
    persons,
    register,
    signing,
    ties,
)
from accounts.views.blueprint import pages

__all__ = [
    "addresses",
    "authority",
    "digest",
    "kept",
    "keys",
    "leading",
    "operations",
    "organisations",
    "pages",
    "persons",
    "register",
    "signing",
    "ties",
    "words",
]

bounces.register()
