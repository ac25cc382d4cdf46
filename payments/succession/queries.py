"""Which kommuner have ended, and what of theirs in open cases is not passed on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from accounts.models import Organisation
from accounts.queries.succession import ended_by
from applications.contacts.alarms import ENDED
from applications.models import Application, Partner, PartnerRole
from applications.succession.models import Succession
from criteria.reclaiming import ReclaimState
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import NOTHING, Ore
from payments.books.balances import kept_of_cases
from payments.books.models import CaseBalance
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import ReclaimView, views_of

_OVER = frozenset(
    {ReclaimState.DROPPED, ReclaimState.REDUCED, ReclaimState.SETTLED, ReclaimState.WRITTEN_OFF,
     ReclaimState.ANNULLED}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToPass:
    """A kommune that has ended in a case: when, who took it over, and what of the case's money is open.

    `leads`: it leads the case, so that the money is to be passed on too.
    """

    application: Application
    former: Organisation
    leads: bool
    ended_on: date
    successors: Sequence[Organisation]
    unpaid: Ore
    claims: Sequence[ReclaimView]

    @property
    def outstanding(self) -> Ore:
        """What is claimed of it and not paid back."""
        return Ore(sum(one.sums.outstanding for one in self.claims))


def to_pass(on: date) -> list[ToPass]:
    """List what is to be passed on by a day, by case. A fixed number of queries."""
    return _found(on)


def to_pass_of(application_id: int, on: date) -> list[ToPass]:
    """List what of a case is to be passed on by a day."""
    return _found(on, application_id)


def one_to_pass(application_id: int, former_id: int, on: date) -> ToPass:
    """Find what is to be passed on of a kommune in a case. Raises NotFoundError."""
    for one in _found(on, application_id):
        if one.former.id == former_id:
            return one
    raise NotFoundError


def _found(on: date, application_id: int | None = None) -> list[ToPass]:
    gone = ended_by(on).subquery()
    successor = aliased(Organisation)
    wanted = (
        select(Partner, gone.c.changed_on, successor)
        .join(gone, gone.c.organisation_id == Partner.organisation_id)
        .join(successor, successor.id == gone.c.successor_id)
        .join(Application, Application.id == Partner.application_id)
        .where(
            Application.step.not_in(ENDED),
            Partner.declined_at.is_(None),
            ~exists().where(
                Succession.application_id == Partner.application_id,
                Succession.former_id == Partner.organisation_id,
            ),
        )
        .order_by(Partner.application_id, Partner.id, successor.name)
        .options(
            joinedload(Partner.organisation),
            joinedload(Partner.application).joinedload(Application.call),
            selectinload(successor.versions),
        )
    )
    if application_id is not None:
        wanted = wanted.where(Partner.application_id == application_id)
    rows = db.session.execute(wanted).all()
    if not rows:
        return []
    cases = {partner.application_id for partner, _on, _successor in rows}
    unpaid, claims = _unpaid(cases), _claims(cases)
    grouped: dict[int, tuple[Partner, date, list[Organisation]]] = {}
    for partner, ended, one in rows:
        grouped.setdefault(partner.id, (partner, ended, []))[2].append(one)
    return [
        ToPass(
            application=partner.application,
            former=partner.organisation,
            leads=partner.role is PartnerRole.LEAD,
            ended_on=ended,
            successors=those,
            unpaid=unpaid.get(partner.application_id, NOTHING)
            if partner.role is PartnerRole.LEAD
            else NOTHING,
            claims=[
                one
                for one in claims
                if one.reclaim.application_id == partner.application_id
                and one.reclaim.organisation_id == partner.organisation_id
            ],
        )
        for partner, ended, those in grouped.values()
    ]


def _unpaid(cases: set[int]) -> Mapping[int, Ore]:
    found: dict[int, Ore] = {}
    for (case, _post, _year), sums in kept_of_cases(CaseBalance.application_id.in_(cases)).items():
        found[case] = Ore(found.get(case, NOTHING) + sums.remaining)
    return found


def _claims(cases: set[int]) -> list[ReclaimView]:
    found = db.session.scalars(
        select(Reclaim).where(Reclaim.application_id.in_(cases)).options(selectinload(Reclaim.parts))
    ).all()
    return [one for one in views_of(found) if one.state not in _OVER]
