"""What a person has registered that touches those who take part in a case."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from accounts.models import Organisation
from accounts.ties.models import RegisteredTie
from accounts.ties.queries import felt_ties, ties_of
from assessments.impartiality.parties import participants_in
from criteria.impartiality import Tie, TieKind, hints
from foundation import clock
from foundation.database import db


@dataclass(frozen=True, slots=True)
class ShownHint:
    """A tie as it was registered, and the names of those who take part that it touches."""

    kind: TieKind
    organisation: str
    note: str
    from_on: date | None
    to_on: date | None
    touches: tuple[str, ...]


def hints_in(person_id: int, applications: Collection[int]) -> dict[int, list[ShownHint]]:
    """Give the hints in each of several cases; where none are, it is not there.

    One query for who has registered nothing; five otherwise, however many cases there are.
    """
    registered = ties_of(person_id)
    if not registered or not applications:
        return {}
    ties, today = felt_ties(registered), clock.today()
    participants = participants_in(applications)
    names = _names_of(ties)
    rows = {one.id: one for one in registered}
    found = {}
    for application in applications:
        shown = [
            _shown(rows[hint.tie], hint.touches, names)
            for hint in hints(ties, participants[application], today)
        ]
        if shown:
            found[application] = shown
    return found


def _shown(row: RegisteredTie, touches: frozenset[int], names: dict[int, str]) -> ShownHint:
    return ShownHint(
        kind=row.kind,
        organisation=row.organisation.name,
        note=row.note,
        from_on=row.from_on,
        to_on=row.to_on,
        touches=tuple(sorted(names[one] for one in touches)),
    )


def _names_of(ties: Collection[Tie]) -> dict[int, str]:
    reached = frozenset().union(*(one.reaches for one in ties))
    rows = db.session.execute(
        select(Organisation.id, Organisation.name).where(Organisation.id.in_(reached))
    )
    return dict(rows.all())
