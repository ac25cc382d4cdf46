"""Checks of the registers: versions and steps follow each other, and every draw can be drawn again."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from criteria.conformity import NEXT, Standing
from criteria.sampling import SampleError, draw
from foundation.database import db
from grants.registers import queries
from grants.registers.models import Claim, SpotCheck, SpotCheckDraw

_JUDGED = (Standing.CONTROLLED, Standing.NOT_FULFILLED)


def wrong_registers() -> Iterator[str]:
    """Name standards and claims with gaps or steps out of turn, and draws that come out otherwise."""
    for one in queries.standards():
        if [v.number for v in one.versions] != list(range(1, len(one.versions) + 1)) or not one.versions:
            yield f"standard {one.code} lacks a version"
    for claim in db.session.scalars(
        select(Claim).options(selectinload(Claim.steps)).order_by(Claim.id)
    ):
        yield from _steps(claim)
    for made in queries.draws():
        yield from _draw(made)


def _steps(claim: Claim) -> Iterator[str]:
    if [one.number for one in claim.steps] != list(range(1, len(claim.steps) + 1)) or not claim.steps:
        yield f"declaration {claim.id} lacks a step"
    last, declared_by = None, None
    for one in claim.steps:
        if one.standing not in NEXT[last]:
            yield f"declaration {claim.id}: step {one.number} cannot follow the one before"
        if one.standing in _JUDGED and one.made_by_id == declared_by:
            yield f"declaration {claim.id}: step {one.number} is by who registered the declaration"
        if one.standing is Standing.DECLARED:
            declared_by = one.made_by_id
        last = one.standing


def _draw(made: SpotCheckDraw) -> Iterator[str]:
    try:
        again = draw(made.seed, {str(one.claim_id): 1 for one in made.lots}, made.size)
    except SampleError:
        yield f"draw {made.id} cannot be drawn again"
        return
    for lot, one in zip(again, made.lots, strict=True):
        if (lot.case, lot.key) != (str(one.claim_id), one.key):
            yield f"draw {made.id}: place {one.position} comes out otherwise"
    checked = db.session.scalars(select(SpotCheck.claim_id).where(SpotCheck.draw_id == made.id))
    if set(checked) != {one.claim_id for one in made.lots if one.position <= made.size}:
        yield f"draw {made.id} and its spot checks are not of the same declarations"
