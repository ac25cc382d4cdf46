"""Reading requests for help: for the kommuner of a project, and for the office."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Person
from applications.models import Partner
from applications.queries.one import ACTS_FOR
from followup.assistance.models import AssistanceKind, AssistanceRequest, Usefulness
from followup.assistance.states import AssistanceState, state_of
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError
from grants.registers.models import Standard

_WAITS_FIRST = (AssistanceState.ASKED, AssistanceState.TAKEN_ON)


@dataclass(frozen=True, slots=True)
class AssistanceSums:
    """What was asked for in a year by kind, and what came of it. `hours`: those not taken back."""

    year: int
    kind: AssistanceKind
    asked: int
    taken_on: int
    declined: int
    hours: int
    judged: Counter[Usefulness]


def whole() -> tuple[LoaderOption, ...]:
    """Load a request with its case, its kommune, the standard it is about, who asked, and what was given."""
    return (
        joinedload(AssistanceRequest.application),
        joinedload(AssistanceRequest.organisation),
        joinedload(AssistanceRequest.asked_by),
        joinedload(AssistanceRequest.standard).selectinload(Standard.versions),
        selectinload(AssistanceRequest.given),
    )


def request_of(person: Person, assistance_id: int) -> AssistanceRequest:
    """Find a request of a project that the person's organisations take part in. Raises NotFoundError."""
    takes_part = exists().where(
        Partner.application_id == AssistanceRequest.application_id,
        Partner.declined_at.is_(None),
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
    )
    return _one(select(AssistanceRequest).where(AssistanceRequest.id == assistance_id, takes_part))


def any_request(assistance_id: int) -> AssistanceRequest:
    """Find a request for the office. Raises NotFoundError."""
    return _one(select(AssistanceRequest).where(AssistanceRequest.id == assistance_id))


def requests_in(application_id: int) -> Sequence[AssistanceRequest]:
    """List the requests of a case, the newest first, whole."""
    return db.session.scalars(
        select(AssistanceRequest)
        .where(AssistanceRequest.application_id == application_id)
        .options(*whole())
        .order_by(AssistanceRequest.id.desc())
    ).all()


def all_requests() -> list[tuple[AssistanceRequest, AssistanceState]]:
    """List every request, whole: those that wait first, those under way, then the newest. Three queries."""
    rows = db.session.scalars(
        select(AssistanceRequest).options(*whole()).order_by(AssistanceRequest.id.desc())
    )
    found = [(one, state_of(one)) for one in rows]
    return sorted(found, key=lambda row: _place(row[1]))


def sums_of(requests: Iterable[AssistanceRequest]) -> list[AssistanceSums]:
    """Add requests up by the year in Oslo that they came in and by kind, the newest year first.

    One that was taken back is left out: nobody was asked for anything in the end.
    """
    groups: dict[tuple[int, AssistanceKind], list[AssistanceRequest]] = {}
    for one in requests:
        if state_of(one) is not AssistanceState.WITHDRAWN:
            key = (clock.in_oslo(one.asked_at).year, one.kind)
            groups.setdefault(key, []).append(one)
    order = list(AssistanceKind)
    return [
        _sums(year, kind, groups[year, kind])
        for year, kind in sorted(groups, key=lambda key: (-key[0], order.index(key[1])))
    ]


def hours_of(request: AssistanceRequest) -> int:
    """Add up the hours that were given and not taken back. Needs what was given."""
    return sum(one.hours for one in request.given if one.taken_back_at is None)


def _sums(
    year: int, kind: AssistanceKind, requests: Sequence[AssistanceRequest]
) -> AssistanceSums:
    return AssistanceSums(
        year=year,
        kind=kind,
        asked=len(requests),
        taken_on=sum(one.taken_on is True for one in requests),
        declined=sum(one.taken_on is False for one in requests),
        hours=sum(hours_of(one) for one in requests),
        judged=Counter(one.usefulness for one in requests if one.usefulness is not None),
    )


def _place(state: AssistanceState) -> int:
    return _WAITS_FIRST.index(state) if state in _WAITS_FIRST else len(_WAITS_FIRST)


def _one(statement: Select[AssistanceRequest]) -> AssistanceRequest:
    found = db.session.scalars(statement.options(*whole())).first()
    if found is None:
        raise NotFoundError
    return found
