"""Which kommuner have ended, and what of theirs in open cases is not passed on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from accounts.models import Organisation
from accounts.queries.succession import ended_by
from applications.contacts.alarms import ENDED
from applications.models import Application, Partner, PartnerRole
from applications.succession.models import Succession
from applications.succession.queries import heirs_among
from criteria.reclaiming import ReclaimState
from decisions.accountchange.queries import leads_among
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import NOTHING, Ore
from payments.books.balances import kept_of_cases
from payments.books.models import CaseBalance
from payments.models import Instalment
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import ReclaimView, views_of

_OVER = frozenset(
    {ReclaimState.DROPPED, ReclaimState.REDUCED, ReclaimState.SETTLED, ReclaimState.WRITTEN_OFF,
     ReclaimState.ANNULLED}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToPass:
    """A kommune that has ended in a case: when, who took it over, and what of the case's money is open.

    `leads`: it leads the case. `is_paid`: some of the case's money is its own, as the lead or as another
    successor of one, so that the money is to be passed on too.
    """

    application: Application
    former: Organisation
    leads: bool
    is_paid: bool
    ended_on: date
    successors: Sequence[Organisation]
    unpaid: Ore
    claims: Sequence[ReclaimView]

    @property
    def divides(self) -> bool:
        """Tell whether there is anything of its own to divide: money of the case, or claims."""
        return self.is_paid or bool(self.claims)

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
    heirs, claims = heirs_among(cases), _claims(cases)
    leads = {one.application_id: one.organisation_id for one, *_ in rows if one.role is PartnerRole.LEAD}
    alone = {case: lead for case, lead in leads.items() if case not in heirs}
    unpaid = _unpaid_of_leads(alone) | _unpaid_of_payees(heirs.keys())
    grouped: dict[int, tuple[Partner, date, list[Organisation]]] = {}
    for partner, ended, one in rows:
        grouped.setdefault(partner.id, (partner, ended, []))[2].append(one)
    return [
        ToPass(
            application=partner.application,
            former=partner.organisation,
            leads=partner.role is PartnerRole.LEAD,
            is_paid=partner.role is PartnerRole.LEAD
            or partner.organisation_id in heirs.get(partner.application_id, ()),
            ended_on=ended,
            successors=those,
            unpaid=unpaid.get((partner.application_id, partner.organisation_id), NOTHING),
            claims=[
                one
                for one in claims
                if one.reclaim.application_id == partner.application_id
                and one.reclaim.organisation_id == partner.organisation_id
            ],
        )
        for partner, ended, those in grouped.values()
    ]


def _unpaid_of_leads(leads: Mapping[int, int]) -> dict[tuple[int, int], Ore]:
    """Give what is promised and not paid in cases that are their leads' alone, by case and lead."""
    found: dict[tuple[int, int], Ore] = {}
    for (case, _post, _year), sums in kept_of_cases(CaseBalance.application_id.in_(leads)).items():
        key = (case, leads[case])
        found[key] = Ore(found.get(key, NOTHING) + sums.remaining)
    return found


def _unpaid_of_payees(cases: Collection[int]) -> dict[tuple[int, int], Ore]:
    """Give what is not paid in cases that were passed on before, by case and who is to be paid."""
    if not cases:
        return {}
    leads = leads_among(cases)
    found: dict[tuple[int, int], Ore] = {}
    for one in db.session.scalars(
        select(Instalment).where(
            Instalment.application_id.in_(cases), Instalment.entry_id.is_(None)
        )
    ):
        key = (one.application_id, one.payee(leads[one.application_id]))
        found[key] = Ore(found.get(key, NOTHING) + one.amount)
    return found


def _claims(cases: set[int]) -> list[ReclaimView]:
    found = db.session.scalars(
        select(Reclaim).where(Reclaim.application_id.in_(cases)).options(selectinload(Reclaim.parts))
    ).all()
    return [one for one in views_of(found) if one.state not in _OVER]
