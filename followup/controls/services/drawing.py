"""Setting what the signs of risk are worth, and drawing a sample."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import Person, Role
from criteria.sampling import RiskSign, RiskTerm, draw, lots_of, signs_of
from decisions.rights import require_role
from followup.controls.checklist import copied, list_for
from followup.controls.models import Control, ControlSample, RiskPoint, SampleCase
from followup.controls.population import Candidate, candidates
from followup.controls.queries import risk_terms
from followup.controls.refusals import Refusal
from foundation import clock
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from foundation.saying import says_something
from grants.models import Call, Scheme


def set_risk_points(
    scheme: Scheme, terms: Mapping[RiskSign, RiskTerm], *, by: Person, at: datetime
) -> None:
    """Say what each sign is worth from now on; samples that are drawn stand. Raises RuleBrokenError."""
    with transaction():
        require_role(by, Role.CONTROLLER)
        held = locked(scheme)
        rows = db.session.scalars(select(RiskPoint).where(RiskPoint.scheme_id == held.id))
        known = {one.sign: one for one in rows}
        for sign, term in terms.items():
            row = known.get(sign) or RiskPoint(scheme_id=held.id, sign=sign)
            row.points = term.points
            row.limit = None if term.limit is None else Ore(term.limit)
            db.session.add(row)
        audit.record(
            "control.points_set", subject=f"scheme:{held.id}", by=by, at=at,
            points=", ".join(f"{sign.value} {term.points}" for sign, term in terms.items()),
        )  # fmt: skip


def draw_sample(
    call: Call, *, seed: str, seed_source: str, size: int, by: Person, at: datetime
) -> ControlSample:
    """Draw cases of a round by lot, and open a control of each.

    Everybody who could be drawn is kept with the lots, so that anybody can draw again. Raises
    RuleBrokenError: no controller, no seed or source, nobody to draw, too many, drawn with this seed.
    """
    with transaction():
        require_role(by, Role.CONTROLLER)
        held = locked(call)
        if not says_something(seed) or not says_something(seed_source):
            raise RuleBrokenError(Refusal.SEED_MISSING)
        if seed.strip() in _seeds(held.id):
            raise RuleBrokenError(Refusal.DRAWN_ALREADY)
        found = candidates(held.id, clock.in_oslo(at).date())
        if not found:
            raise RuleBrokenError(Refusal.NOBODY_TO_DRAW)
        if not 1 <= size <= len(found):
            raise RuleBrokenError(Refusal.SIZE_UNFIT, number=len(found))
        terms = risk_terms(held.scheme_id)
        made = ControlSample(
            call_id=held.id, seed=seed.strip(), seed_source=seed_source.strip(), size=size,
            terms=JsonValue({sign.value: [one.points, one.limit] for sign, one in terms.items()}),
            drawn_at=at, drawn_by_id=by.id, cases=_drawn(found, terms, seed.strip(), size),
        )  # fmt: skip
        points = list_for(held.scheme_id, held.round_id)
        db.session.add(made)
        db.session.flush()  # controls name the sample by its id
        db.session.add_all(
            Control(
                sample_id=made.id,
                application_id=one.application_id,
                opened_at=at,
                points=copied(points),
            )
            for one in made.cases
            if one.position <= size
        )
        audit.record(
            "control.drawn", subject=made.subject, by=by, at=at, seed=made.seed, size=size,
            cases=", ".join(one.case_number for one in made.cases if one.position <= size),
        )  # fmt: skip
    return made


def _seeds(call_id: int) -> set[str]:
    return set(
        db.session.scalars(select(ControlSample.seed).where(ControlSample.call_id == call_id))
    )


def _drawn(
    found: list[Candidate], terms: Mapping[RiskSign, RiskTerm], seed: str, size: int
) -> list[SampleCase]:
    by_number = {one.case_number: one for one in found}
    signs = {number: signs_of(one.facts, terms) for number, one in by_number.items()}
    lots = {number: lots_of(shown, terms) for number, shown in signs.items()}
    return [
        SampleCase(
            application_id=by_number[lot.case].application_id,
            position=position,
            case_number=lot.case,
            lots=lots[lot.case],
            key=lot.key,
            amount=by_number[lot.case].facts.amount,
            told=JsonValue(
                signs=[one.value for one in signs[lot.case]],
                organisations=list(by_number[lot.case].organisations),
            ),
        )
        for position, lot in enumerate(draw(seed, lots, size), start=1)
    ]
