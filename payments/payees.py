"""Who is paid each instalment, and to which account: the lead, or a successor of a lead that was split."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, exists, func, select

from accounts.models import Organisation
from accounts.queries.succession import ended_by
from applications.models import Partner, PartnerRole
from applications.succession.models import Succession
from applications.succession.queries import formers_among
from decisions.accountchange.queries import accounts_of, own_accounts
from foundation.database import db
from payments.models import Instalment

_LED = and_(
    Partner.application_id == Instalment.application_id, Partner.role == PartnerRole.LEAD
)
_PAID = func.coalesce(Instalment.organisation_id, Partner.organisation_id)
"""Whose an instalment is: a successor's, where it has one of its own, else the lead's."""


@dataclass(frozen=True, slots=True)
class Payee:
    """Who is paid an instalment. `former`: the kommune that it carries on, where it does."""

    organisation_id: int
    name: str
    organisation_number: str | None
    former: str | None


def payees_of(instalments: Collection[Instalment]) -> dict[int, Payee]:
    """Give who is paid each instalment, by its id. One query, two where a case was passed on."""
    rows = db.session.execute(
        select(
            Instalment.id,
            Instalment.application_id,
            Organisation.id,
            Organisation.name,
            Organisation.organisation_number,
            exists().where(Succession.application_id == Instalment.application_id),
        )
        .join(Partner, _LED)
        .join(Organisation, Organisation.id == _PAID)
        .where(Instalment.id.in_([one.id for one in instalments]))
    ).all()
    passed = {case for _number, case, *_payee, is_passed in rows if is_passed}
    formers = formers_among(passed) if passed else {}
    return {
        number: Payee(organisation, name, registered, formers.get((case, organisation)))
        for number, case, organisation, name, registered, _passed in rows
    }


def payee_accounts(instalments: Collection[Instalment]) -> dict[int, str | None]:
    """Give the account that each instalment is to be paid to, by its id; None: its payee has given none."""
    cases = {one.application_id for one in instalments}
    own, accounts = own_accounts(cases), accounts_of(cases)
    payees = payees_of(instalments) if own else {}
    return {
        one.id: own.get(
            (one.application_id, payees[one.id].organisation_id if own else 0),
            accounts.get(one.application_id),
        )
        for one in instalments
    }


def awaiting_successor(instalments: Sequence[Instalment], on: date) -> frozenset[int]:
    """Give the ids of those that no kommune can be paid now.

    Whoever was to be paid has ended and the case is not passed on, or a successor has given no account of its
    own. Nothing is paid to a kommune that is no more.
    """
    gone = frozenset(
        db.session.scalars(
            select(Instalment.id)
            .join(Partner, _LED)
            .where(
                Instalment.id.in_([one.id for one in instalments]),
                _PAID.in_(select(ended_by(on).subquery().c.organisation_id)),
            )
        )
    )
    own = own_accounts({one.application_id for one in instalments})
    payees = payees_of(instalments) if own else {}
    return gone | {
        one.id
        for one in instalments
        if own
        and own.get((one.application_id, payees[one.id].organisation_id), "") is None
    }
