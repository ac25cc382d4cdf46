"""What an application gets in a proposal, and every number behind it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from criteria.allocation.portfolio import Group
from foundation.money import NOTHING, Ore


class Reason(StrEnum):
    """Why a line has its amount."""

    FUNDED = "funded"
    FUNDED_IN_PART_TRIM = "funded_in_part_trim"
    FUNDED_IN_PART_RATE = "funded_in_part_rate"
    FUNDED_IN_PART_SHARE = "funded_in_part_share"
    FUNDED_IN_PART_CAP = "funded_in_part_cap"
    FUNDED_IN_PART_EQUAL = "funded_in_part_equal"
    FUNDED_IN_PART_GROUP = "funded_in_part_group"
    FUNDED_IN_PART_FRAME = "funded_in_part_frame"
    BELOW_THRESHOLD = "below_threshold"
    ASKS_BELOW_MINIMUM = "asks_below_minimum"
    BELOW_MINIMUM = "below_minimum"
    PART_TOO_SMALL = "part_too_small"
    GROUP_FULL = "group_full"
    NO_ROOM_IN_FULL = "no_room_in_full"
    LIST_ENDED = "list_ended"
    FRAME_SPENT = "frame_spent"
    OUTSIDE_OPTIMUM = "outside_optimum"


class Cutter(StrEnum):
    """What took a part of what was asked."""

    TRIM = "trim"
    RATE = "rate"
    SHARE = "share"
    CAP = "cap"
    ROUNDING = "rounding"
    EQUAL = "equal"
    GROUP = "group"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Cut:
    """How much in øre one rule took."""

    by: Cutter
    taken: Ore


@dataclass(frozen=True, slots=True)
class Line:
    """What one application gets in a proposal, and why.

    `entitled` is what it would get from an endless frame. For one that gets something, `cuts` are the
    way from what was asked to the amount, and their sum is the difference. `left` is what was left of
    the frame when its turn came. `group` is the group whose ceiling decided; `ahead_for` the group
    whose floor let it go before its place.
    """

    application: int
    place: int
    score: Decimal
    asked: Ore
    amount: Ore
    reason: Reason
    entitled: Ore = NOTHING
    cuts: tuple[Cut, ...] = ()
    left: Ore = NOTHING
    group: Group | None = None
    ahead_for: Group | None = None
