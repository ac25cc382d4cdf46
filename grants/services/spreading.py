"""Acts on how a draft's grants are spread over groups (portfolio)."""

from dataclasses import dataclass, fields
from datetime import datetime

from accounts.models import Person
from criteria.ranking import Trait
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from foundation.money import Ore
from grants import rows
from grants.editing import hold_draft, record_change, refuse_later_edition
from grants.models import Call, PortfolioBound
from grants.words import CallRefusal


@dataclass(frozen=True, slots=True)
class BoundSetting:
    """A bound as the administrator sets it. `value` "" is every group of the trait by itself."""

    trait: Trait
    value: str
    least_cases: int
    most_cases: int | None
    least_amount: Ore
    most_amount: Ore | None
    note: Bilingual
    source: str


def add_bound(call: Call, setting: BoundSetting, *, by: Person, at: datetime) -> PortfolioBound:
    """Let a draft's grants keep to one more bound. Raises RuleBrokenError, StaleError."""
    with transaction():
        _hold(call, setting)
        bound = PortfolioBound(position=rows.next_position(call.bounds), **_columns(setting))
        call.bounds.append(bound)
        record_change(call, "call.bound_added", by=by, at=at, group=_group(setting))
    return bound


def change_bound(
    call: Call, bound: PortfolioBound, setting: BoundSetting, *, by: Person, at: datetime
) -> None:
    """Change a bound of a draft. Raises RuleBrokenError, StaleError."""
    with transaction():
        _hold(call, setting, but=bound)
        for name, value in _columns(setting).items():
            setattr(bound, name, value)
        record_change(call, "call.bound_changed", by=by, at=at, group=_group(setting))


def _hold(call: Call, setting: BoundSetting, *, but: PortfolioBound | None = None) -> None:
    hold_draft(call)
    refuse_later_edition(call)
    if any(
        (one.trait, one.value) == (setting.trait, setting.value)
        for one in call.bounds
        if one is not but
    ):
        raise RuleBrokenError(CallRefusal.BOUND_TAKEN)
    backwards = (setting.most_cases is not None and setting.most_cases < setting.least_cases) or (
        setting.most_amount is not None and setting.most_amount < setting.least_amount
    )
    if backwards:
        raise RuleBrokenError(CallRefusal.BOUND_BACKWARDS)
    floors = setting.least_cases > 0 or setting.least_amount > 0
    if not floors and setting.most_cases is None and setting.most_amount is None:
        raise RuleBrokenError(CallRefusal.BOUND_LIMITS_NOTHING)


def _columns(setting: BoundSetting) -> dict[str, object]:
    return {one.name: getattr(setting, one.name) for one in fields(setting)}


def _group(setting: BoundSetting) -> str:
    return f"{setting.trait}:{setting.value}"
