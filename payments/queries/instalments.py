"""The instalments: what is due, attested and paid, one query a page, paged by their ids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, not_, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from accounts.models import Organisation, Person
from applications.models import Application, Partner, PartnerRole
from assessments.queries import awaits_answer
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import NOTHING, Ore
from payments.models import Instalment
from payments.states import InstalmentState

SIZE = 50
WITH_CASE = (
    joinedload(Instalment.application).joinedload(Application.call),
    joinedload(Instalment.stage_gate),
)

_Attester, _Authoriser = aliased(Person), aliased(Person)
OPEN = (InstalmentState.DUE, InstalmentState.ATTESTED)
"""What awaits a controller."""


def standing(at: datetime) -> dict[InstalmentState, ColumnElement[bool]]:
    """Give the states of `payments.states` at a moment, as the database reads them."""
    begun = Instalment.year <= clock.in_oslo(at).year
    return {
        InstalmentState.WAITING: and_(
            Instalment.amount > 0, or_(Instalment.due_at.is_(None), not_(begun))
        ),
        InstalmentState.DUE: and_(
            Instalment.due_at.is_not(None), begun, Instalment.attested_at.is_(None)
        ),
        InstalmentState.ATTESTED: and_(
            Instalment.attested_at.is_not(None), Instalment.authorised_at.is_(None)
        ),
        InstalmentState.PAID: Instalment.authorised_at.is_not(None),
        InstalmentState.LAPSED: Instalment.amount == 0,
    }


@dataclass(frozen=True, slots=True)
class InstalmentFilter:
    """Which instalments a list shows; without states, all."""

    states: tuple[InstalmentState, ...] = ()
    year: int | None = None
    case_number: str = ""


@dataclass(frozen=True, slots=True)
class InstalmentRow:
    """An instalment with its case, who gets it, and who attested and authorised it."""

    instalment: Instalment
    lead: str
    attester: str | None
    authoriser: str | None


@dataclass(frozen=True, slots=True)
class StateSum:
    """How many instalments stand somewhere, and their sum in øre."""

    number: int
    amount: Ore


@dataclass(frozen=True, slots=True)
class InstalmentPage:
    """A page of instalments, and the bookmarks of the pages beside it; None where the list ends."""

    rows: Sequence[InstalmentRow]
    after: int | None
    before: int | None


def instalment_page(
    chosen: InstalmentFilter,
    *,
    after: int | None = None,
    before: int | None = None,
    size: int = SIZE,
) -> InstalmentPage:
    """Give the instalments above an id, or below one, with case, call and lead. One query."""
    where = _conditions(chosen)
    if before is not None:
        found = _read([*where, Instalment.id < before], Instalment.id.desc(), size + 1)
        rows = found[:size][::-1]
        return _page(rows, earlier=len(found) > size, later=True)
    above = [] if after is None else [Instalment.id > after]
    found = _read([*where, *above], Instalment.id.asc(), size + 1)
    return _page(found[:size], earlier=after is not None, later=len(found) > size)


def instalments_of(application_id: int) -> list[Instalment]:
    """List a case's instalments by number, with the points that they wait for."""
    return list(
        db.session.scalars(
            select(Instalment)
            .where(Instalment.application_id == application_id)
            .order_by(Instalment.decision_id, Instalment.number)
            .options(joinedload(Instalment.stage_gate))
        )
    )


def instalment(instalment_id: int) -> Instalment:
    """Find an instalment with its case and call. Raises NotFoundError."""
    found = db.session.scalars(
        select(Instalment).where(Instalment.id == instalment_id).options(*WITH_CASE)
    ).first()
    if found is None:
        raise NotFoundError
    return found


def state_sums(chosen: InstalmentFilter) -> dict[InstalmentState, StateSum]:
    """Count and add up the instalments in each state, of the filter's year and case. One query."""
    state = case(*((where, name.value) for name, where in standing(clock.now()).items()))
    rows = db.session.execute(
        select(state, func.count(), func.sum(Instalment.amount))
        .join(Instalment.application)
        .where(*_conditions(replace(chosen, states=())))
        .group_by(state)
    )
    found = {
        InstalmentState(name): StateSum(number, Ore(int(amount))) for name, number, amount in rows
    }
    return {name: found.get(name, StateSum(0, NOTHING)) for name in InstalmentState}


def cases_to_declare(person: Person, limit: int) -> list[Application]:
    """List cases with an instalment that awaits a controller and that wait for a person's declaration.

    The oldest first, with who takes part.
    """
    awaits = exists().where(
        Instalment.application_id == Application.id, _stands_in(OPEN)
    )
    return list(
        db.session.scalars(
            select(Application)
            .where(awaits, awaits_answer(person))
            .options(selectinload(Application.partners).joinedload(Partner.organisation))
            .order_by(Application.id)
            .limit(limit)
        )
    )


def _read(
    where: Sequence[ColumnElement[bool]], order: ColumnElement[int], limit: int
) -> list[InstalmentRow]:
    statement = (
        select(Instalment, Organisation.name, _Attester.name, _Authoriser.name)
        .join(Instalment.application)
        .join(
            Partner,
            and_(Partner.application_id == Application.id, Partner.role == PartnerRole.LEAD),
        )
        .join(
            Organisation,
            Organisation.id == func.coalesce(Instalment.organisation_id, Partner.organisation_id),
        )
        .outerjoin(_Attester, _Attester.id == Instalment.attested_by_id)
        .outerjoin(_Authoriser, _Authoriser.id == Instalment.authorised_by_id)
        .where(*where)
        .order_by(order)
        .limit(limit)
        .options(*WITH_CASE)
    )
    return [InstalmentRow(*row) for row in db.session.execute(statement)]


def _page(rows: Sequence[InstalmentRow], *, earlier: bool, later: bool) -> InstalmentPage:
    return InstalmentPage(
        rows,
        after=rows[-1].instalment.id if rows and later else None,
        before=rows[0].instalment.id if rows and earlier else None,
    )


def _stands_in(states: Iterable[InstalmentState]) -> ColumnElement[bool]:
    now = standing(clock.now())
    return or_(*(now[state] for state in states))


def _conditions(chosen: InstalmentFilter) -> list[ColumnElement[bool]]:
    where = []
    if chosen.states:
        where.append(_stands_in(chosen.states))
    if chosen.year is not None:
        where.append(Instalment.year == chosen.year)
    if chosen.case_number:
        where.append(Application.case_number == chosen.case_number)
    return where
