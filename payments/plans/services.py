"""The act on one case's plan: an officer changes what is not paid, with a reason."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.models import Person, Role
from applications import journal
from applications.models import Application
from applications.queries import any_application
from assessments.rights import require_unhindered
from criteria import planning
from criteria.planning import Awaited, Part, PlanRefusal
from decisions.rights import require_role, require_words
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.money import Ore, format_kroner
from payments.notes import CaseNote
from payments.plans.facts import facts_of
from payments.plans.kinds import PlanOrigin
from payments.plans.models import PlanVersion
from payments.plans.notices import tell_changed
from payments.plans.open import (
    add_parts,
    drop_part,
    open_parts,
    owed_by_year,
    part_of,
    set_part,
)
from payments.plans.queries import report_years
from payments.plans.versions import keep_version, last_number
from payments.points.queries import standing_points


@dataclass(frozen=True, slots=True)
class Wanted:
    """A part as the officer wants it: of an instalment that is there, or a new one."""

    part: Part
    instalment: int | None = None


def adjust(
    application: Application,
    wanted: Sequence[Wanted],
    *,
    reason: str,
    seen: int,
    by: Person,
    at: datetime,
) -> PlanVersion:
    """Let these parts take the place of all that is neither paid nor in a batch, and tell the lead.

    `seen`: the number of the version that the officer read. Raises StaleError when another version holds or
    something was paid meanwhile; RuleBrokenError: no case officer, hindered in the case, no reason, nothing
    to plan, nothing is changed, or a plan that cannot be (`criteria.planning`).
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        held = locked(application)
        require_unhindered(by, held.id)
        words = require_words(reason)
        there = {one.id: one for one in open_parts(held.id, hold=True)}
        named = {one.instalment for one in wanted if one.instalment is not None}
        if last_number(held.id) != seen or not named <= there.keys():
            raise StaleError
        _refuse_unfit(held.id, [one.part for one in wanted])
        if _by_payee((there[one.instalment].organisation_id if one.instalment else None, one.part.amount)
                     for one in wanted) != _by_payee(
            (one.organisation_id, one.amount) for one in there.values()
        ):
            raise RuleBrokenError(PlanRefusal.SHARES_MOVED)
        if [part_of(one) for one in there.values()] == [one.part for one in wanted]:
            raise RuleBrokenError(PlanRefusal.UNCHANGED)
        facts = facts_of(held.id)
        for one in wanted:
            if one.instalment is not None:
                set_part(there[one.instalment], one.part, facts, held, at=at)
        for number in there.keys() - named:
            drop_part(there[number], held, at=at)
        add_parts(held, [one.part for one in wanted if one.instalment is None], facts, at=at)
        made = keep_version(held.id, PlanOrigin.ADJUSTED, by=by, at=at, reason=words)
        journal.note(
            held, CaseNote.PLAN_ADJUSTED.value, by=by, at=at, public=True, version=made.number
        )
        tell_changed(any_application(held.id), at)
    return made


def _by_payee(amounts: Iterable[tuple[int | None, Ore]]) -> Counter[int]:
    """Add amounts up by whose they are; the lead's are of 0."""
    sums: Counter[int] = Counter()
    for payee, amount in amounts:
        sums[payee or 0] += amount
    return sums


def _refuse_unfit(application_id: int, parts: Sequence[Part]) -> None:
    awaited = Awaited(report_years(application_id), standing_points(application_id))
    found = planning.problem(parts, owed_by_year(application_id), awaited)
    if found is not None:
        raise RuleBrokenError(
            found.why,
            year=found.year,
            planned=format_kroner(found.planned),
            owed=format_kroner(found.owed),
        )
