"""Acts on the catalogue: taking in what lies with the code, and saying something anew of a benefit."""

from datetime import datetime

from sqlalchemy import func, select

from accounts import audit
from accounts.models import Person, Role
from decisions.rights import require_role
from followup.benefits.models import (
    CataloguedBenefit,
    CataloguedIndicator,
    CataloguedPoint,
    Effect,
    PointKind,
)
from followup.benefits.refusals import Refusal
from followup.benefits.sheet import BenefitSheet, CatalogueSheet, IndicatorSheet
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError

_LETTERS = {"change": "E", "benefit": "G"}
"""What stands in the codes of indicators: endring and gevinst."""


def fill_benefits(sheet: CatalogueSheet, *, by: Person, at: datetime) -> None:
    """Take the whole catalogue in, once. Raises RuleBrokenError: no administrator, there is one already."""
    with transaction():
        require_role(by, Role.ADMINISTRATOR)
        audit.hold_chain()  # two who press at once: the second finds what the first took in
        if db.session.scalar(select(func.count(CataloguedBenefit.id))):
            raise RuleBrokenError(Refusal.FILLED_ALREADY)
        db.session.add_all(
            Effect(
                code=one.code,
                actor=one.actor,
                text=one.text,
                needs=" ".join(one.needs),
                source=one.source,
            )
            for one in sheet.effects
        )
        for one in sheet.benefits:
            _add(one, 1, by, at)
        audit.record(
            "benefit.catalogue_filled", subject="benefits", by=by, at=at, number=len(sheet.benefits)
        )


def publish_benefit(sheet: BenefitSheet, *, by: Person, at: datetime) -> CataloguedBenefit:
    """Let a new version of a benefit hold from now on, or the first one of a new code.

    Projects that chose an earlier version keep it. Raises RuleBrokenError: no administrator.
    """
    with transaction():
        require_role(by, Role.ADMINISTRATOR)
        audit.hold_chain()  # versions of a code are numbered one by one
        newest = db.session.scalar(
            select(func.max(CataloguedBenefit.version)).where(CataloguedBenefit.code == sheet.code)
        )
        made = _add(sheet, (newest or 0) + 1, by, at)
        audit.record("benefit.published", subject=made.subject, by=by, at=at, version=made.version)
    return made


def _add(sheet: BenefitSheet, version: int, by: Person, at: datetime) -> CataloguedBenefit:
    judged = sheet.judgement
    made = CataloguedBenefit(
        code=sheet.code,
        version=version,
        name=sheet.name,
        cause=sheet.cause,
        owner=sheet.owner,
        use=sheet.use,
        followed_up=sheet.followed_up,
        rank=sheet.rank,
        potential=judged.potential,
        strategy=judged.strategy,
        measurability=judged.measurability,
        causality=judged.causality,
        risk=judged.risk,
        actors=" ".join(sheet.actors),
        measures=" ".join(sheet.measures),
        needs=" ".join(sheet.needs),
        effects=" ".join(sheet.effects),
        goals=" ".join(sheet.goals),
        source=sheet.source,
        made_at=at,
        made_by_id=by.id,
        indicators=_indicators(sheet),
        points=_points(sheet),
    )
    db.session.add(made)
    db.session.flush()  # the audit entry names the version that the database took
    return made


def _indicators(sheet: BenefitSheet) -> list[CataloguedIndicator]:
    taken = {one.code for one in sheet.indicators if one.code}
    made = []
    for place, one in enumerate(sheet.indicators, start=1):
        code = one.code or _next_code(sheet.code, one, taken)
        taken.add(code)
        made.append(
            CataloguedIndicator(
                position=place,
                code=code,
                kind=one.kind,
                name=one.name,
                unit=one.unit,
                target=one.target,
                frequency=one.frequency,
                measured_by=one.measured_by,
            )
        )
    return made


def _next_code(benefit: str, one: IndicatorSheet, taken: set[str]) -> str:
    """Give the first free code of a kind: codes are never used again for something else."""
    stem = f"{benefit}-{_LETTERS[one.kind.value]}"
    return next(
        code for number in range(1, len(taken) + 2) if (code := f"{stem}{number}") not in taken
    )


def _points(sheet: BenefitSheet) -> list[CataloguedPoint]:
    kinds = (
        (PointKind.CHANGE, sheet.changes),
        (PointKind.RISK, sheet.risks),
        (PointKind.MITIGATION, sheet.mitigations),
    )
    return [
        CataloguedPoint(kind=kind, position=place, text=text)
        for kind, lines in kinds
        for place, text in enumerate(lines, start=1)
    ]
