"""Kommuner of then in the codes of now: which kommune of today has taken over each."""

from collections import defaultdict
from datetime import date

from accounts.queries.succession import took_over
from figures.queries.parts import municipalities_on
from foundation.database import db


def kommuner_now(today: date) -> dict[int, int]:
    """Give today's kommune for each that there is or was, by organisation. Two queries.

    A kommune that has been split has no single one of today, and is left out.
    """
    living = frozenset(db.session.scalars(municipalities_on(today).select()))
    takers: defaultdict[int, set[int]] = defaultdict(set)
    for old, new in db.session.execute(took_over(today)):
        takers[old].add(new)
    found = {one: one for one in living}
    for old in takers:
        now, seen = old, {old}
        while now not in living and len(takers[now]) == 1:
            (now,) = takers[now]
            if now in seen:
                break
            seen.add(now)
        if now in living:
            found[old] = now
    return found
