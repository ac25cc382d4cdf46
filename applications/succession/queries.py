"""Reading who carries on which cases, and what kommuner they had before."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Organisation
from applications.succession.models import Succession, SuccessorShare
from criteria.succeeding import weights
from foundation.database import db

_WHOLE = (
    joinedload(Succession.former),
    joinedload(Succession.main),
    joinedload(Succession.passed_by),
    selectinload(Succession.shares).joinedload(SuccessorShare.organisation),
)


def successions_of(application_id: int) -> Sequence[Succession]:
    """List how a case has been passed on, the first first, with all concerned."""
    return db.session.scalars(
        select(Succession)
        .where(Succession.application_id == application_id)
        .order_by(Succession.id)
        .options(*_WHOLE)
    ).all()


MOST = 200
"""How many a list shows: those that were passed on last."""


def last_passed() -> Sequence[Succession]:
    """List the cases that were passed on last, the last first, with all concerned."""
    return db.session.scalars(
        select(Succession)
        .order_by(Succession.id.desc())
        .limit(MOST)
        .options(joinedload(Succession.application), *_WHOLE)
    ).all()


def formers_among(applications: Collection[int]) -> dict[tuple[int, int], str]:
    """Give the names of the kommuner that somebody carries on in some cases, by case and who carries on."""
    rows = db.session.execute(
        select(Succession.application_id, SuccessorShare.organisation_id, Organisation.name)
        .join(SuccessorShare, SuccessorShare.succession_id == Succession.id)
        .join(Organisation, Organisation.id == Succession.former_id)
        .where(Succession.application_id.in_(applications))
        .order_by(Succession.id)
    )
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for case, organisation, former in rows:
        found[case, organisation].append(former)
    return {key: ", ".join(names) for key, names in found.items()}


def former_of(application_id: int, organisation_id: int) -> str | None:
    """Name whom an organisation carries on in a case; None where it was in it itself."""
    return formers_among([application_id]).get((application_id, organisation_id))


def heirs_among(applications: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Give those that took over the money of some cases, the last first; others are not in it."""
    rows = db.session.execute(
        select(Succession.application_id, SuccessorShare.organisation_id)
        .join(SuccessorShare, SuccessorShare.succession_id == Succession.id)
        .where(Succession.application_id.in_(applications), Succession.led.is_(True))
        .order_by(Succession.id.desc(), SuccessorShare.organisation_id)
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for case, organisation in rows:
        found[case].append(organisation)
    return {case: tuple(dict.fromkeys(heirs)) for case, heirs in found.items()}


def weights_among(application_id: int) -> dict[int, int]:
    """Give the weights by which successors have a case's money; {} where nobody took it over."""
    return weights_since(application_id, 0)


def weights_since(application_id: int, succession: int) -> dict[int, int]:
    """Give the weights by which successors have what one had before a succession, as `weights_among`."""
    passed = db.session.execute(
        select(
            Succession.id, Succession.former_id, SuccessorShare.organisation_id, SuccessorShare.percent
        )
        .join(SuccessorShare, SuccessorShare.succession_id == Succession.id)
        .where(
            Succession.application_id == application_id,
            Succession.id >= succession,
            Succession.led.is_(True),
        )
        .order_by(Succession.id, SuccessorShare.organisation_id)
    ).all()
    by_act: dict[int, tuple[int, dict[int, int]]] = {}
    for number, former, organisation, percent in passed:
        by_act.setdefault(number, (former, {}))[1][organisation] = percent
    acts = list(by_act.values())
    return weights(acts[0][0], acts) if acts else {}
