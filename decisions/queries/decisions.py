"""Reading decisions: one for the office, the one in force, and the awards."""

from collections.abc import Collection

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Person
from applications.models import Application, Partner
from applications.queries.one import ACTS_FOR
from decisions.grounds import AWARDS
from decisions.models import Decision, DecisionKind, Letter
from decisions.queries.rounds import newest, round_parts
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import Ore
from grants.rounds import calls_in

_Later = aliased(Decision)


def decision(decision_id: int) -> Decision:
    """Find a decision for the office, with what a round's list shows and its letters' recipients.

    Raises NotFoundError.
    """
    return _one(select(Decision).where(Decision.id == decision_id).options(_with_recipients()))


def latest_of(application_id: int) -> Decision | None:
    """Give the newest version of a case's decision, draft or not, as whole as `decision` does."""
    return db.session.scalars(
        newest()
        .where(Decision.application_id == application_id)
        .options(*round_parts(), _with_recipients())
    ).first()


def newest_version(application_id: int) -> Decision | None:
    """Give the newest version of a case's decision by itself: what a further one must follow."""
    return db.session.scalars(newest().where(Decision.application_id == application_id)).first()


def replaced_among(decisions: Collection[Decision]) -> frozenset[int]:
    """Give the ids of those decisions that a newer version has superseded."""
    ids = [one.id for one in decisions]
    return frozenset(
        found
        for found in db.session.scalars(
            select(Decision.supersedes_id).where(Decision.supersedes_id.in_(ids))
        )
        if found is not None
    )


def amounts_replaced(decisions: Collection[Decision]) -> dict[int, Ore]:
    """Give what the signed version before each decision that replaces one grants, by the latter's id.

    A decision that replaces another takes only what it grants more from the frame.
    """
    cases = {
        one.application_id: one.id for one in decisions if one.kind is not DecisionKind.ORIGINAL
    }
    rows = db.session.execute(
        select(Decision.application_id, Decision.amount)
        .where(Decision.application_id.in_(cases), Decision.signed_at.is_not(None))
        .order_by(Decision.number)
    )
    return {cases[case]: Ore(amount) for case, amount in rows}


def decision_in_force(application_id: int) -> Decision | None:
    """Give the published decision of a case that no later published one has replaced.

    With case, participants, call and its rules, years, line, letters and answer.
    """
    return db.session.scalars(
        in_force_among().where(Decision.application_id == application_id).options(*round_parts())
    ).first()


def published_decision(person: Person, application_id: int) -> Decision:
    """Find the decision in force in a case that one of the person's organisations takes part in.

    Nothing is found before publication. Needs the person's memberships. Raises NotFoundError.
    """
    takes_part = (
        select(Partner.id)
        .where(
            Partner.application_id == Decision.application_id,
            Partner.declined_at.is_(None),
            Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        )
        .exists()
    )
    return _one(in_force_among().where(Decision.application_id == application_id, takes_part))


def awards(call_id: int | None = None) -> list[Decision]:
    """List the awards in force, of a call or of all, in the order the applications came in.

    As whole as `decision_in_force` gives them.
    """
    statement = (
        in_force_among()
        .join(Decision.application)
        .where(Decision.outcome.in_(AWARDS))
        .options(*round_parts())
        .order_by(Application.submitted_at, Decision.id)
    )
    if call_id is not None:
        statement = statement.where(Application.call_id.in_(calls_in(call_id)))
    return list(db.session.scalars(statement))


def in_force_among() -> Select[Decision]:
    """Select the published decisions that no later published one has replaced."""
    return select(Decision).where(
        Decision.published_at.is_not(None),
        ~select(_Later.id)
        .where(
            _Later.application_id == Decision.application_id,
            _Later.number > Decision.number,
            _Later.published_at.is_not(None),
        )
        .exists(),
    )


def _with_recipients() -> LoaderOption:
    return selectinload(Decision.letters).joinedload(Letter.organisation)


def _one(statement: Select[Decision]) -> Decision:
    found = db.session.scalars(statement.options(*round_parts())).first()
    if found is None:
        raise NotFoundError
    return found
