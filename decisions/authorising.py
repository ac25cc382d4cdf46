"""Whose authority covers what a decision grants: asked before signing, and again in the act that signs."""

from collections.abc import Sequence
from datetime import datetime

from accounts import authority
from accounts.authority import AuthorityKind
from accounts.authority.queries import Holder
from decisions.models import Decision
from decisions.refusals import Refusal
from foundation.errors import RuleBrokenError
from foundation.money import Ore, format_kroner

OF_AUTHORITY = (Refusal.NO_AUTHORITY, Refusal.OVER_AUTHORITY)


def limit_of(person_id: int, at: datetime) -> Ore | None:
    """Give the largest amount in øre that a person may sign for; None: they may not sign at all."""
    return authority.limit_of(person_id, AuthorityKind.SIGN, at)


def over_limit(decision: Decision, limit: Ore | None) -> RuleBrokenError | None:
    """Tell why an authority does not cover a decision; the whole of what it grants counts."""
    if limit is None:
        return RuleBrokenError(Refusal.NO_AUTHORITY)
    if authority.covers(limit, decision.amount):
        return None
    return RuleBrokenError(
        Refusal.OVER_AUTHORITY,
        amount=format_kroner(decision.amount),
        limit=format_kroner(limit),
    )


def covering(amounts: Sequence[Ore], at: datetime) -> list[Holder]:
    """List who has authority for some of these amounts, the largest limit first."""
    if not amounts:
        return []
    return [
        one
        for one in authority.holders(AuthorityKind.SIGN, at)
        if authority.covers(one.limit, min(amounts))
    ]
