"""Reading samples and controls. A control is opened by whoever the case is open to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Organisation, OrganisationKind
from criteria.sampling import Coverage, RiskSign, RiskTerm
from followup.controls.models import Control, ControlFinding, ControlSample, RiskPoint, SampleCase
from foundation.database import db
from foundation.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class SampleView:
    """A sample with its controls by case, and what it covers in øre and in kommuner."""

    sample: ControlSample
    controls: Mapping[int, Control]
    money: Coverage
    kommuner: Coverage

    @property
    def drawn(self) -> Sequence[SampleCase]:
        """The cases that were drawn."""
        return self.sample.cases[: self.sample.size]

    @property
    def others(self) -> Sequence[SampleCase]:
        """The cases that could have been drawn."""
        return self.sample.cases[self.sample.size :]


def risk_terms(scheme_id: int) -> dict[RiskSign, RiskTerm]:
    """Give what each sign is worth in a scheme."""
    rows = db.session.scalars(select(RiskPoint).where(RiskPoint.scheme_id == scheme_id))
    return {one.sign: RiskTerm(one.points, one.limit) for one in rows}


def samples() -> list[SampleView]:
    """List every sample, the last drawn first, with what it covers. Four queries."""
    found = list(
        db.session.scalars(
            select(ControlSample)
            .options(*_whole())
            .order_by(ControlSample.drawn_at.desc(), ControlSample.id.desc())
        )
    )
    return _views(found)


def sample(sample_id: int) -> SampleView:
    """Find a sample. Raises NotFoundError."""
    found = db.session.scalars(
        select(ControlSample).where(ControlSample.id == sample_id).options(*_whole())
    ).first()
    if found is None:
        raise NotFoundError
    return _views([found])[0]


def control(control_id: int) -> Control:
    """Find a control whole. Raises NotFoundError."""
    found = db.session.scalars(
        select(Control)
        .where(Control.id == control_id)
        .options(
            joinedload(Control.application),
            joinedload(Control.sample).joinedload(ControlSample.call),
            joinedload(Control.concluded_by),
            selectinload(Control.checks),
            selectinload(Control.points),
            selectinload(Control.findings).joinedload(ControlFinding.found_by),
            selectinload(Control.findings).joinedload(ControlFinding.settled_by),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def _whole() -> tuple[LoaderOption, ...]:
    return (
        joinedload(ControlSample.call),
        joinedload(ControlSample.drawn_by),
        selectinload(ControlSample.cases),
    )


def _views(found: Sequence[ControlSample]) -> list[SampleView]:
    controls = db.session.scalars(
        select(Control)
        .where(Control.sample_id.in_([one.id for one in found]))
        .options(selectinload(Control.findings))
    ).all()
    kommuner = _kommuner()
    return [
        SampleView(
            sample=one,
            controls={each.application_id: each for each in controls if each.sample_id == one.id},
            money=_covered([(case.amount, case.position) for case in one.cases], one.size),
            kommuner=_kommuner_covered(one, kommuner),
        )
        for one in found
    ]


def _covered(amounts: Sequence[tuple[int, int]], size: int) -> Coverage:
    return Coverage(
        sum(amount for amount, position in amounts if position <= size),
        sum(amount for amount, _position in amounts),
    )


def _kommuner_covered(one: ControlSample, kommuner: frozenset[int]) -> Coverage:
    reached: set[int] = set()
    whole: set[int] = set()
    for case in one.cases:
        took_part = kommuner.intersection(case.told["organisations"])
        whole |= took_part
        if case.position <= one.size:
            reached |= took_part
    return Coverage(len(reached), len(whole))


def _kommuner() -> frozenset[int]:
    return frozenset(
        db.session.scalars(
            select(Organisation.id).where(Organisation.kind == OrganisationKind.MUNICIPALITY)
        )
    )
