"""What matching knows of a kommune and its plan, how much each likeness weighs, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """Why two kommuner could work together, in the order they are told."""

    SAME_NEEDS = "same_needs"
    SAME_SERVICES = "same_services"
    SAME_SYSTEM = "same_system"
    SAME_TIME = "same_time"
    SAME_HEALTH_TRUST = "same_health_trust"
    SAME_NETWORK = "same_network"
    SAME_COUNTY = "same_county"
    SAME_REGION = "same_region"


class Unknown(StrEnum):
    """What cannot be compared, since it is not said or not known."""

    NEEDS = "needs"
    SERVICES = "services"
    SYSTEM = "system"
    TIME = "time"
    HEALTH_TRUST = "health_trust"
    NETWORK = "network"


class Weights(NamedTuple):
    """The most points each likeness can give, under the name of its reason."""

    same_needs: int = 30
    same_services: int = 20
    same_system: int = 15
    same_time: int = 10
    same_health_trust: int = 10
    same_network: int = 10
    same_county: int = 5
    same_region: int = 2

    def of(self, reason: Reason) -> int:
        """Give the weight of a reason."""
        weight: int = getattr(self, reason.value)
        return weight


WEIGHTS = Weights()
"""Two that are alike in all have 100: the county says the region."""

MONTHS_IN_REACH = 12
"""Plans that begin this many months apart, or more, are not at the same time."""


class DuplicateProfileError(ValueError):
    """A kommune stands twice among those to be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A kommune and one plan of it. `key` is its number and settles ties; codes are as registers write them.

    A kommune without a plan has empty sets and None. `starts` counts months: year × 12 + month.
    """

    key: str
    population: int
    county: str | None = None
    region: str | None = None
    health_trust: str | None = None
    networks: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    system: str | None = None
    starts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a suggestion must come to.

    The smallest collaboration is the call's own rule (inv. 66): so many kommuner and so many people,
    or with `either` one of the two.
    """

    weights: Weights = WEIGHTS
    least_points: int = 35
    close_points: int = 60
    """What somebody must have with every member to be taken into a group that is large enough already."""
    most_partners: int = 10
    min_kommuner: int = 2
    min_population: int = 0
    either: bool = False
    most_members: int = 8
    in_reach: int = 40
    """How many of a kommune's best partners its group is chosen among."""
    barred_regions: frozenset[str] = frozenset()
    """Health regions whose kommuner the call keeps out (inv. 28, 84)."""


@dataclass(frozen=True, slots=True)
class Found:
    """One likeness: what it gives of its weight, and what is shared, in order."""

    reason: Reason
    points: int
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """How one kommune fits another: points of 100, why, and what could not be compared."""

    key: str
    points: int
    reasons: tuple[Found, ...]
    unknown: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """A likeness that all members of a group have, and what it is."""

    reason: Reason
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Kommuner that all fit each other, by key. `points` is the mean between its pairs."""

    members: tuple[str, ...]
    points: int
    population: int
    reasons: tuple[Common, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is suggested to everybody: partners by the key of the kommune, and the groups."""

    partners: Mapping[str, tuple[Match, ...]]
    groups: tuple[Group, ...]
