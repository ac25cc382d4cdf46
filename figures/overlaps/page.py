"""The page of overlaps: kommuner in more than one project, what they have in all, and what to look into."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from criteria.promises import Doubt, doubts
from figures.overlaps.gathering import Part, hours_said, parts_of
from foundation.money import Ore
from payments.models import Entry
from payments.queries.balances import balance_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which organisations the page shows. `name`: a part of the name; `alone`: also those in one project."""

    year: int | None = None
    name: str = ""
    county: str = ""
    measure: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """An organisation with its parts of the cases chosen, and what looks promised twice in them."""

    parts: tuple[Part, ...]
    doubts: tuple[Doubt, ...]

    @property
    def first(self) -> Part:
        """Any of its parts: for its name and place."""
        return self.parts[0]

    @property
    def numbers(self) -> dict[int, str]:
        """The numbers of its cases, by their ids."""
        return {one.case.application_id: one.case.case_number for one in self.parts}

    @property
    def committed(self) -> Ore:
        """Its share of what is promised."""
        return Ore(sum(one.committed for one in self.parts))

    @property
    def paid(self) -> Ore:
        """Its share of what is paid."""
        return Ore(sum(one.paid for one in self.parts))

    @property
    def own(self) -> Ore:
        """What it puts in itself."""
        return Ore(sum(sum(one.own.values()) for one in self.parts))

    @property
    def hours(self) -> int:
        """Hours of its own people."""
        return sum(one.hours for one in self.parts)


@dataclass(frozen=True, slots=True)
class Overlapping:
    """The page: those shown, and all shares of all cases beside the ledger's own sums (control total)."""

    shown: tuple[Holding, ...]
    committed: Ore
    paid: Ore
    ledger_committed: Ore
    ledger_paid: Ore
    counties: tuple[str, ...]
    measures: tuple[str, ...]

    @property
    def off(self) -> Ore:
        """What the shares differ from the ledger by; 0 when no grant is counted twice or left out."""
        return Ore(abs(self.committed - self.ledger_committed) + abs(self.paid - self.ledger_paid))


def overlapping(chosen: Chosen, today: date) -> Overlapping:
    """Gather the page. A fixed number of queries."""
    parts = list(parts_of(chosen.year, today))
    said = hours_said()
    where = [] if chosen.year is None else [Entry.year == chosen.year]
    ledger = balance_of(Entry.application_id.is_not(None), *where)
    shown = []
    for number, group in groupby(parts, key=lambda one: one.organisation_id):
        own = tuple(group)
        if not _fits(own, chosen):
            continue
        found = doubts([one.promise for one in own], said.get(number))
        shown.append(Holding(own, found))
    return Overlapping(
        shown=tuple(shown),
        committed=Ore(sum(one.committed for one in parts)),
        paid=Ore(sum(one.paid for one in parts)),
        ledger_committed=ledger.committed,
        ledger_paid=ledger.paid,
        counties=tuple(sorted({one.county for one in parts if one.county})),
        measures=tuple(sorted({one.case.measure for one in parts})),
    )


def _fits(own: tuple[Part, ...], chosen: Chosen) -> bool:
    first = own[0]
    return (
        (chosen.alone or len(own) > 1)
        and chosen.name.lower() in first.name.lower()
        and chosen.county in ("", first.county)
        and (not chosen.measure or any(one.case.measure == chosen.measure for one in own))
    )
