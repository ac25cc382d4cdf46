"""A year's cases added up under what they belong to. Every case is in exactly one line of each part."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from criteria.yearend import expected
from figures.yearly.queries import CaseYear, LedgerSums
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore


class Part(StrEnum):
    """What the year is divided by. The values stand in addresses."""

    POST = "post"
    CALL = "utlysning"
    MEASURE = "tiltak"
    COUNTY = "fylke"


@dataclass(frozen=True, slots=True)
class Line:
    """The money of one post, call, measure or fylke. `appropriated` only where it is granted to it."""

    key: str
    name: Bilingual
    cases: int
    committed: Ore
    paid: Ore
    overdue: Ore
    expected: Ore
    appropriated: Ore | None = None

    @property
    def remaining(self) -> Ore:
        """What is promised and not paid."""
        return Ore(self.committed - self.paid)

    @property
    def available(self) -> Ore | None:
        """What is granted and not promised."""
        return None if self.appropriated is None else Ore(self.appropriated - self.committed)


@dataclass(frozen=True, slots=True)
class Control:
    """The sum of a part's lines beside what the ledger alone says."""

    part: Part
    committed: Ore
    paid: Ore
    off: Ore
    """How far they are from the ledger, committed and paid together; nothing when all is right."""


@dataclass(frozen=True, slots=True)
class PartView:
    """A year divided by one thing, with the sum of its lines."""

    part: Part
    lines: Sequence[Line]
    total: Line


_KEYS: dict[Part, Callable[[CaseYear], tuple[str, Bilingual]]] = {
    Part.POST: lambda one: (str(one.budget_post_id), Bilingual("", "")),
    Part.CALL: lambda one: (one.call, one.call_title),
    Part.MEASURE: lambda one: (one.measure, one.measure_name),
    Part.COUNTY: lambda one: (one.county, Bilingual(one.county, one.county)),
}


def part_view(part: Part, cases: Sequence[CaseYear], *, is_over: bool) -> PartView:
    """Divide the cases by a part, in the order of its keys."""
    groups: dict[str, list[CaseYear]] = {}
    names: dict[str, Bilingual] = {}
    for one in cases:
        key, names[key] = _KEYS[part](one)
        groups.setdefault(key, []).append(one)
    return PartView(
        part,
        [line(key, names[key], groups[key], is_over=is_over) for key in sorted(groups)],
        line("", Bilingual("", ""), cases, is_over=is_over),
    )


def line(key: str, name: Bilingual, cases: Sequence[CaseYear], *, is_over: bool) -> Line:
    """Add cases up."""
    paid = Ore(sum(one.paid for one in cases))
    unpaid = Ore(sum(one.unpaid for one in cases))
    return Line(
        key=key,
        name=name,
        cases=len(cases),
        committed=Ore(sum(one.committed for one in cases)),
        paid=paid,
        overdue=Ore(sum(one.overdue for one in cases)),
        expected=expected(paid, unpaid, is_over=is_over).paid,
    )


def control(view: PartView, ledger: LedgerSums) -> Control:
    """Hold the lines of a part against the ledger: a case that is left out or counted twice shows here."""
    committed = Ore(sum(one.committed for one in view.lines))
    paid = Ore(sum(one.paid for one in view.lines))
    off = Ore(abs(committed - ledger.committed) + abs(paid - ledger.paid))
    return Control(view.part, committed, paid, off)


JOINT = 2
"""From how many organisations a grant is a joint one."""


def joint(cases: Sequence[CaseYear]) -> tuple[int, Ore]:
    """Count the grants to several organisations together, and what they are promised; each once."""
    found = [one for one in cases if one.organisations >= JOINT]
    return len(found), Ore(sum((one.committed for one in found), NOTHING))
