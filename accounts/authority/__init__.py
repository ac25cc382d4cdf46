"""Authority for amounts (fullmakt): who may sign, attest and authorise how much, since when and by whom.

A limit holds in the scheme that the installation carries. None: the person may not do it at all.
"""

from accounts.authority.queries import hold, holders, limit_of, limits_of
from criteria.authority import AuthorityKind, covers

__all__ = ["AuthorityKind", "covers", "hold", "holders", "limit_of", "limits_of"]
