"""Reading who answers for benefits: the kommune itself, until it has handed one over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload, selectinload

from accounts.models import Organisation, Person
from applications.queries.one import ACTS_FOR
from criteria.handing import Handed, in_charge
from followup.benefits.models import BenefitHandover, HandedBenefit, ProjectBenefit
from followup.benefits.queries.members import takes_part
from foundation.database import db
from foundation.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who has taken benefits over, in a project or of the scheme. Whoever it does not name answers itself."""

    handed: Sequence[Handed]
    names: dict[int, str]

    def taken_over(self, code: str, kommune: int | None, on: date) -> Handed | None:
        """Give the handover of a benefit that holds on a day."""
        return in_charge(self.handed, code, kommune, on)

    def answers(self, code: str, kommune: int, on: date) -> int:
        """Give the id of who answers for a kommune's benefit on a day."""
        last = self.taken_over(code, kommune, on)
        return last.receiver if last else kommune

    def receives(self, code: str, kommune: int, own: Collection[int]) -> bool:
        """Tell whether one of some organisations has, or has had, a kommune's benefit handed to it."""
        return any(
            (one.benefit, one.kommune) == (code, kommune) and one.receiver in own
            for one in self.handed
        )


def responsibility(application_id: int | None) -> Responsibility:
    """Give who has taken benefits of a project over; None: the scheme's own. One query."""
    rows = db.session.execute(
        select(
            HandedBenefit.code, BenefitHandover.organisation_id, BenefitHandover.receiver_id,
            BenefitHandover.holds_from, Organisation.name,
        )
        .join(BenefitHandover, BenefitHandover.id == HandedBenefit.handover_id)
        .join(Organisation, Organisation.id == BenefitHandover.receiver_id)
        .where(_about(application_id), BenefitHandover.holds_from.is_not(None))
        .order_by(BenefitHandover.holds_from, BenefitHandover.id)
    ).all()  # fmt: skip
    return Responsibility(
        [
            Handed(code, kommune, receiver, since)
            for code, kommune, receiver, since, _name in rows
            if since is not None
        ],
        {receiver: name for _code, _kommune, receiver, _since, name in rows},
    )


def answers_for(person: Person, benefit: ProjectBenefit, kommune_id: int, on: date) -> bool:
    """Tell whether a person acts for whoever answers for a benefit of a kommune on a day. Three queries."""
    answering = responsibility(benefit.application_id).answers(benefit.code, kommune_id, on)
    own = person.organisations_as(*ACTS_FOR)
    return answering in own and takes_part(benefit.application_id, kommune_id)


def waiting_codes(application_id: int | None, organisation_id: int | None) -> frozenset[str]:
    """Give the benefits of a kommune, or of the scheme, that a receiver has not answered about."""
    return frozenset(
        db.session.scalars(
            select(HandedBenefit.code)
            .join(BenefitHandover, BenefitHandover.id == HandedBenefit.handover_id)
            .where(
                _about(application_id),
                BenefitHandover.organisation_id == organisation_id,
                BenefitHandover.answered_at.is_(None),
                BenefitHandover.withdrawn_at.is_(None),
            )
        )
    )


def handovers_in(application_id: int | None) -> list[BenefitHandover]:
    """List the handovers of a project, or of the scheme, the oldest first, whole."""
    return list(
        db.session.scalars(_whole().where(_about(application_id)).order_by(BenefitHandover.id))
    )


def handovers_with(person: Person) -> list[BenefitHandover]:
    """List the handovers to and from a person's organisations, the newest first, whole."""
    return list(
        db.session.scalars(_whole().where(_concerns(person)).order_by(BenefitHandover.id.desc()))
    )


def has_handovers(person: Person) -> bool:
    """Tell whether benefits were offered to or by a person's organisations. One query."""
    return bool(db.session.scalar(select(BenefitHandover.id).where(_concerns(person)).limit(1)))


def handover_of(person: Person, handover_id: int) -> BenefitHandover:
    """Find a handover to or from a person's organisations. Raises NotFoundError."""
    return _one(_whole().where(BenefitHandover.id == handover_id, _concerns(person)))


def any_handover(handover_id: int) -> BenefitHandover:
    """Find a handover for the office. Raises NotFoundError."""
    return _one(_whole().where(BenefitHandover.id == handover_id))


def received_project(person: Person, application_id: int) -> bool:
    """Tell whether a person acts for somebody who has taken over benefits of a project."""
    found = db.session.scalar(
        select(BenefitHandover.id).where(
            BenefitHandover.application_id == application_id,
            BenefitHandover.holds_from.is_not(None),
            BenefitHandover.receiver_id.in_(person.organisations_as(*ACTS_FOR)),
        ).limit(1)
    )  # fmt: skip
    return found is not None


def received(
    person: Person, kommune: ColumnElement[int] | InstrumentedAttribute[int] | None
) -> ColumnElement[bool]:
    """Ask whether a row's `ProjectBenefit` was handed to a person's organisations; `kommune`: whose it is."""
    asked = exists().where(
        HandedBenefit.handover_id == BenefitHandover.id,
        HandedBenefit.code == ProjectBenefit.code,
        BenefitHandover.application_id == ProjectBenefit.application_id,
        BenefitHandover.holds_from.is_not(None),
        BenefitHandover.receiver_id.in_(person.organisations_as(*ACTS_FOR)),
    )
    return asked if kommune is None else asked.where(BenefitHandover.organisation_id == kommune)


def receivers_now(application_id: int, on: date) -> list[BenefitHandover]:
    """List the handovers of a project by which somebody other than the kommune answers on a day."""
    holding = responsibility(application_id)
    return [
        one
        for one in handovers_in(application_id)
        if one.holds_from is not None
        and any(
            holding.taken_over(code, one.organisation_id, on)
            == Handed(code, one.organisation_id, one.receiver_id, one.holds_from)
            for code in one.codes
        )
    ]


def _about(application_id: int | None) -> ColumnElement[bool]:
    if application_id is None:
        return BenefitHandover.application_id.is_(None)
    return BenefitHandover.application_id == application_id


def _concerns(person: Person) -> ColumnElement[bool]:
    own = person.organisations_as(*ACTS_FOR)
    return or_(
        BenefitHandover.organisation_id.in_(own),
        BenefitHandover.giver_id.in_(own),
        BenefitHandover.receiver_id.in_(own),
    )


def _whole() -> Select[BenefitHandover]:
    return select(BenefitHandover).options(
        joinedload(BenefitHandover.kommune),
        joinedload(BenefitHandover.giver),
        joinedload(BenefitHandover.receiver),
        joinedload(BenefitHandover.proposed_by),
        joinedload(BenefitHandover.answered_by),
        joinedload(BenefitHandover.application),
        selectinload(BenefitHandover.handed),
    )


def _one(statement: Select[BenefitHandover]) -> BenefitHandover:
    found = db.session.scalars(statement).first()
    if found is None:
        raise NotFoundError
    return found
