"""Which kommuner' figures a reader sees, benefit by benefit, and who answers for each now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from followup.benefits.queries import Responsibility


@dataclass(frozen=True, slots=True)
class Kommune:
    """A kommune that carries the project out; `own`: the reader writes for it. One that left is read.

    Beside a benefit it is told who answers for it: `answering` names another than the kommune itself, who has
    done so `since` that day.
    """

    organisation_id: int
    name: str
    own: bool
    left: bool = False
    answering_id: int | None = None
    answering: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Seeing:
    """What a reader sees of a project's kommuner, benefit by benefit; None: the office, which sees all."""

    kommuner: Sequence[Kommune]
    own: frozenset[int] | None
    is_leads: bool
    responsible: Responsibility
    today: date

    def of(self, code: str) -> list[Kommune]:
        """List the kommuner whose figures of a benefit the reader sees, with who answers now."""
        return [
            self._now(code, one)
            for one in self.kommuner
            if self.own is None
            or self.is_leads
            or one.organisation_id in self.own
            or self.responsible.receives(code, one.organisation_id, self.own)
        ]

    def _now(self, code: str, one: Kommune) -> Kommune:
        last = self.responsible.taken_over(code, one.organisation_id, self.today)
        answering = last.receiver if last else one.organisation_id
        own = self.own is not None and answering in self.own and not one.left
        if last is None or answering == one.organisation_id:
            return replace(one, own=own, answering_id=answering)
        name = self.responsible.names[answering]
        return replace(one, own=own, answering_id=answering, answering=name, since=last.since)

    def seen(self, codes: Iterable[str]) -> set[int]:
        """Give the kommuner that the reader sees something of: its own also where nothing is followed."""
        own = {
            one.organisation_id
            for one in self.kommuner
            if self.own is None or self.is_leads or one.organisation_id in self.own
        }
        return own | {one.organisation_id for code in codes for one in self.of(code)}
