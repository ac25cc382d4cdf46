"""Networks of kommuner, and which members are known. `reference/README.md` says from where."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from accounts.models import MunicipalityVersion

_LIST = Path(__file__).parents[1] / "reference" / "networks.csv"
_WHOLE_COUNTY = "county:"


@dataclass(frozen=True, slots=True)
class Network:
    """A network by its code and name, and its known members: kommune numbers and whole counties."""

    code: str
    name: str
    members: frozenset[str]

    def is_known_of(self, kommune: MunicipalityVersion) -> bool:
        """Tell whether the list knows a kommune as a member."""
        county = f"{_WHOLE_COUNTY}{kommune.county_number}"
        return kommune.number in self.members or county in self.members


@lru_cache(maxsize=1)
def networks() -> tuple[Network, ...]:
    """Give the networks in the order of their names."""
    members: dict[tuple[str, str], set[str]] = {}
    with _LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            members.setdefault((row["code"], row["name"]), set()).add(row["member"])
    found = (Network(code, name, frozenset(of - {""})) for (code, name), of in members.items())
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def network_name(code: str) -> str:
    """Give what a network is called; a code that the list no longer has names itself."""
    return next((one.name for one in networks() if one.code == code), code)


def known_networks(kommune: MunicipalityVersion) -> frozenset[str]:
    """Give the networks that the list knows a kommune to be in."""
    return frozenset(one.code for one in networks() if one.is_known_of(kommune))
