"""What a list of cases was asked to show, as it stands in the address: read, and written again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import urlencode

from applications.queries import CaseFilters
from criteria.sizes import SizeClass
from criteria.steps import Step
from foundation.fields import LARGEST_AMOUNT
from foundation.money import Ore, parse_kroner


class Whose(StrEnum):
    """Which cases a list shows. Those that lack somebody are looked for where there is work left."""

    ALL = "all"
    MINE = "mine"
    WAITING = "waiting"
    LATE = "late"
    UNASSIGNED = "unassigned"
    UNDERSTAFFED = "understaffed"


class Found(StrEnum):
    """What the newest formal control of a case came to."""

    FIT = "fit"
    STOPPED = "stopped"
    OVERRULED = "overruled"
    NOT_EXAMINED = "not_examined"


class Sort(StrEnum):
    """What a list is put in order by."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NUMBER = "number"
    MOST_ASKED = "most_asked"
    LEAST_ASKED = "least_asked"
    SCORE = "score"
    DEADLINE = "deadline"


FIELDS = (
    "text", "whose", "call", "step", "measure", "county", "lead", "size", "least", "most", "officer",
    "finding", "sort",
)  # fmt: skip
"""What an address may choose by, in the order of the chips."""
NOT_CHIPS = frozenset({"whose", "sort"})


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen. `typed` is what the address says, without what chooses nothing."""

    filters: CaseFilters = field(default_factory=CaseFilters)
    whose: Whose = Whose.ALL
    officer_id: int | None = None
    found: Found | None = None
    sort: Sort | None = None
    typed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """Give all of it as one value, for `kept`."""
        return tuple(self.typed.items())

    @property
    def query(self) -> str:
        """Write the choice as an address has it."""
        return urlencode(self.typed)

    def without(self, name: str) -> str:
        """Write the choice without one of its parts."""
        return urlencode({key: value for key, value in self.typed.items() if key != name})


def typed_in(given: Mapping[str, str]) -> dict[str, str]:
    """Give what an address chooses by, tidied: nothing that chooses nothing."""
    tidied = ((name, given.get(name, "").strip()) for name in FIELDS)
    return {name: value for name, value in tidied if value}


def read(given: Mapping[str, str]) -> Choice:
    """Read an address. Raises ValueError for what cannot be chosen."""
    typed = typed_in(given)
    filters = CaseFilters(
        call_id=_number(typed, "call"),
        step=Step(typed["step"]) if "step" in typed else None,
        text=typed.get("text", ""),
        measure_id=_number(typed, "measure"),
        county=typed.get("county"),
        lead=typed.get("lead", ""),
        size=SizeClass(typed["size"]) if "size" in typed else None,
        least=_amount(typed, "least"),
        most=_amount(typed, "most"),
    )
    return Choice(
        filters,
        Whose(typed.get("whose", Whose.ALL)),
        _number(typed, "officer"),
        Found(typed["finding"]) if "finding" in typed else None,
        Sort(typed["sort"]) if "sort" in typed else None,
        MappingProxyType(typed),
    )


def only_known(query: Iterable[tuple[str, str]]) -> str:
    """Write an address again with nothing but what one can choose by."""
    return urlencode(typed_in(dict(query)))


def _number(typed: Mapping[str, str], name: str) -> int | None:
    if name not in typed:
        return None
    value = int(typed[name])
    if not 0 < value < 2**31:
        raise ValueError(name)
    return value


def _amount(typed: Mapping[str, str], name: str) -> Ore | None:
    if name not in typed:
        return None
    amount = parse_kroner(typed[name])
    if not 0 <= amount <= LARGEST_AMOUNT:
        raise ValueError(name)
    return amount
