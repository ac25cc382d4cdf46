"""What would happen if something about a round were otherwise, and which cases that would turn.

Nothing here is decided. It shows how firmly an outcome stands before somebody chooses it (inv. 171): whether
a little more frame, another weight or one officer's marks decide who gets.
"""

from criteria.whatif.changes import (
    Change,
    FrameBy,
    SharedOutAs,
    SmallestGrant,
    ThresholdAt,
    Together,
    UnknownCriterionError,
    WeightsAs,
    WithBound,
    WithoutOfficer,
)
from criteria.whatif.flips import Flip, Turn, WhatIf, what_if
from criteria.whatif.rounds import Case, Round, Share
from criteria.whatif.steadiness import DRAWS, Steady, steadiness

__all__ = [
    "DRAWS",
    "Case",
    "Change",
    "Flip",
    "FrameBy",
    "Round",
    "Share",
    "SharedOutAs",
    "SmallestGrant",
    "Steady",
    "ThresholdAt",
    "Together",
    "Turn",
    "UnknownCriterionError",
    "WeightsAs",
    "WhatIf",
    "WithBound",
    "WithoutOfficer",
    "steadiness",
    "what_if",
]
