"""Who may rule on somebody's impartiality: the nearest leader (fvl. 1967 § 8, 2025 § 29)."""

from dataclasses import dataclass
from enum import StrEnum


class RulingRefusal(StrEnum):
    """Why a person may not rule."""

    ON_ONESELF = "on_oneself"
    NOT_THE_LEADER = "not_the_leader"
    RULER_HINDERED = "ruler_hindered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """Somebody who would rule. `hindered`: something is known to keep that person from the case."""

    person: int
    hindered: bool


def may_rule(ruler: Ruler, about: int, leader: Ruler | None) -> RulingRefusal | None:
    """Tell what keeps somebody from ruling on a person, or None.

    `leader` is the person's own leader, if there is one who rules at all. The leader rules, unless the
    leader is hindered in the very case: then, and where there is no leader, another does.
    """
    if ruler.person == about:
        return RulingRefusal.ON_ONESELF
    if ruler.hindered:
        return RulingRefusal.RULER_HINDERED
    if leader is None or leader.hindered or leader.person == ruler.person:
        return None
    return RulingRefusal.NOT_THE_LEADER
