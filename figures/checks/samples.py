"""Checks of control samples: each is what its seed and lots give, and every drawn case has its control."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from criteria.sampling import RiskSign, RiskTerm, SampleError, draw, lots_of
from followup.controls.models import Control, ControlSample
from foundation.database import db


def wrong_samples() -> Iterator[str]:
    """Draw each sample again, and name what comes out otherwise."""
    for sample in db.session.scalars(
        select(ControlSample).options(selectinload(ControlSample.cases)).order_by(ControlSample.id)
    ):
        yield from _lots(sample)
        yield from _drawn(sample)
        yield from _controls(sample)


def _lots(sample: ControlSample) -> Iterator[str]:
    terms = {RiskSign(sign): RiskTerm(*worth) for sign, worth in sample.terms.items()}
    for one in sample.cases:
        if one.lots != lots_of(one.signs, terms):
            yield f"sample {sample.id}: case {one.case_number} has {one.lots} lots, not by its signs"


def _drawn(sample: ControlSample) -> Iterator[str]:
    try:
        again = draw(sample.seed, {one.case_number: one.lots for one in sample.cases}, sample.size)
    except SampleError:
        yield f"sample {sample.id} cannot be drawn again"
        return
    for lot, one in zip(again, sample.cases, strict=True):
        if (lot.case, lot.key) != (one.case_number, one.key):
            yield f"sample {sample.id}: place {one.position} is {one.case_number}, drawn again {lot.case}"


def _controls(sample: ControlSample) -> Iterator[str]:
    controls = db.session.scalars(
        select(Control.application_id).where(Control.sample_id == sample.id)
    )
    if set(controls) != {one.application_id for one in sample.cases if one.position <= sample.size}:
        yield f"sample {sample.id} and its controls are not of the same cases"
