"""The act of agreeing how the members divide what they carry themselves."""

from collections.abc import Mapping
from datetime import datetime

from accounts.models import Person
from applications import contents, sittings
from applications.contents import Division
from applications.facts import cost_members
from applications.holding import hold_draft
from applications.models import Application
from criteria import costkey
from criteria.costkey import CostKey, Member
from foundation.database import transaction
from foundation.errors import RuleBrokenError


def set_cost_key(
    application: Application,
    division: Division,
    *,
    by: Person,
    at: datetime,
    seen: str | None = None,
    auto: bool = False,
) -> None:
    """Say how the members divide what they carry themselves, or that nothing is agreed.

    No amount in the budget is changed. Another key, or another percentage of its own, voids a partner's
    confirmation. `seen` is the seal of what the writer saw; `auto`: the page saves by itself. Raises
    StaleError, and RuleBrokenError for a key that divides nothing among those who take part.
    """
    with transaction():
        held = hold_draft(application.id, by, at)
        confirmed = sittings.standing(held)
        contents.refuse_stale(seen, contents.seal_division(contents.division_of(held)))
        percents = division.percents if division.key is CostKey.CUSTOM else {}
        _refuse_unless_divides(held, division.key, percents)
        held.cost_key = division.key
        for partner in held.partners:
            partner.cost_percent = percents.get(partner.id)
        if auto:
            sittings.refuse_fall(held, confirmed)
        sittings.note_saved(
            held, "application.cost_key_saved", by=by, at=at, auto=auto,
            cost_key=division.key.value if division.key else None,
        )  # fmt: skip


def _refuse_unless_divides(
    application: Application, key: CostKey | None, percents: Mapping[int, int]
) -> None:
    if key is None:
        return
    members = [
        Member(one.number, one.inhabitants, percents.get(one.number))
        for one in cost_members(application)
    ]
    problem = costkey.problem(key, members)
    if problem is not None:
        raise RuleBrokenError(problem)
