"""Reading what is offered: the scheme with its money, and the calls. Everything says what it loads."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased, joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import (
    AmbitionLevel,
    Appropriation,
    Benefit,
    BudgetPost,
    Call,
    Criterion,
    Goal,
    Measure,
    Need,
    Question,
    Regulation,
    Scheme,
    Sender,
)
from grants.readiness import Money

_Later = aliased(Call)
NEWEST = (
    ~select(_Later.id)
    .where(
        _Later.first_id == Call.round_id,
        _Later.edition > Call.edition,
        _Later.published_at.is_not(None),
    )
    .exists()
)
"""No later edition of the call's round is published."""

AS_IT_STANDS = {"populate_existing": True}
"""Read lists anew also when the session has read them before: acts add rows to them."""


class CallTitle(NamedTuple):
    """A call as a list of choices needs to know it."""

    id: int
    title: Bilingual


def scheme() -> Scheme:
    """Give the scheme with goals, posts and their appropriations, levels and measures.

    Raises NotFoundError before the scheme is set up.
    """
    found = db.session.scalars(
        select(Scheme)
        .options(
            selectinload(Scheme.goals).selectinload(Goal.points),
            selectinload(Scheme.levels),
            selectinload(Scheme.measures),
            selectinload(Scheme.posts).selectinload(BudgetPost.appropriations),
        )
        .order_by(Scheme.id)
        .execution_options(**AS_IT_STANDS)
    ).first()
    if found is None:
        raise NotFoundError
    return found


def sender() -> Sender:
    """Give the sender of the scheme's letters. Raises NotFoundError before the scheme is set up."""
    found = db.session.scalars(select(Sender).order_by(Sender.id)).first()
    if found is None:
        raise NotFoundError
    return found


def level_of(scheme_: Scheme) -> AmbitionLevel:
    """Give the ambition level that the scheme follows; needs its levels loaded."""
    return next(one for one in scheme_.levels if one.level == scheme_.ambition_level)


def has_scheme() -> bool:
    """Tell whether the scheme is set up."""
    return db.session.scalar(select(func.count(Scheme.id))) != 0


def call(call_id: int) -> Call:
    """Find a call, published or not, with everything it asks and promises. Raises NotFoundError."""
    return whole(select(Call).where(Call.id == call_id))


def published_call(call_id: int) -> Call:
    """Find a call that everybody may read, with everything in it. Raises NotFoundError."""
    return whole(select(Call).where(Call.id == call_id, Call.published_at.is_not(None)))


def call_by_code(code: str) -> Call | None:
    """Find the first edition of a round by its code."""
    return db.session.scalars(select(Call).where(Call.code == code, Call.edition == 1)).first()


def calls() -> list[Call]:
    """List every round in its newest edition, and all drafts: the last to close first.

    With measure and budget post.
    """
    return list(db.session.scalars(_listed().where(Call.published_at.is_(None) | NEWEST)))


def call_titles() -> list[CallTitle]:
    """List the rounds by id and title, also drafts, to choose among: the last to close first."""
    return [CallTitle(*row) for row in db.session.execute(_TITLES)]


_TITLES = (
    select(Call.id, Call.title).where(Call.edition == 1).order_by(Call.closes_on.desc(), Call.id)
)


def published_calls(on: date) -> list[Call]:
    """List the rounds published by the end of a day in their newest editions, the last to close first."""
    return list(
        db.session.scalars(_listed().where(Call.published_at < clock.end_of_day(on), NEWEST))
    )


def open_calls(at: datetime) -> list[Call]:
    """List the editions that take applications at a moment, the last to close first."""
    today = clock.in_oslo(at).date()
    return list(
        db.session.scalars(
            _listed().where(
                Call.published_at <= at,
                Call.opens_on <= today,
                Call.closes_on >= today,
                Call.withdrawn_at.is_(None),
                NEWEST,
            )
        )
    )


def calls_of_measure(measure: Measure) -> list[Call]:
    """List the calls of a measure by code, also drafts."""
    return list(
        db.session.scalars(select(Call).where(Call.measure_id == measure.id).order_by(Call.code))
    )


def post(chapter: int, number: int) -> BudgetPost:
    """Find a budget post with its appropriations. Raises NotFoundError."""
    found = db.session.scalars(
        select(BudgetPost)
        .where(BudgetPost.chapter == chapter, BudgetPost.post == number)
        .options(selectinload(BudgetPost.appropriations))
        .execution_options(**AS_IT_STANDS)
    ).first()
    if found is None:
        raise NotFoundError
    return found


def appropriated(budget_post_id: int, year: int) -> Ore:
    """Sum what is granted to a post for a year. Each row adds to it or, when negative, takes from it."""
    total = db.session.scalar(
        select(func.coalesce(func.sum(Appropriation.amount), 0)).where(
            Appropriation.budget_post_id == budget_post_id, Appropriation.year == year
        )
    )
    return Ore(int(total or 0))


def promised_frames(budget_post_id: int, year: int, *, but: int) -> Ore:
    """Sum the frames of the published rounds that begin in a year on a post, one left out.

    What was withdrawn promises nothing any more.
    """
    total = db.session.scalar(
        select(func.coalesce(func.sum(Call.frame), 0)).where(
            Call.budget_post_id == budget_post_id,
            Call.first_year == year,
            Call.published_at.is_not(None),
            Call.withdrawn_at.is_(None),
            Call.edition == 1,
            Call.id != but,
        )
    )
    return Ore(int(total or 0))


def money_of(call_: Call) -> Money:
    """Give what a call's post has for its first year, and what other published calls hold of it."""
    return Money(
        granted=appropriated(call_.budget_post_id, call_.first_year),
        promised=promised_frames(call_.budget_post_id, call_.first_year, but=call_.round_id),
    )


def regulation_on(scheme_id: int, day: date) -> Regulation:
    """Find the version of the rules in force on a day. Raises NotFoundError."""
    found = db.session.scalars(
        select(Regulation)
        .where(Regulation.scheme_id == scheme_id, Regulation.valid_from <= day)
        .order_by(Regulation.valid_from.desc())
    ).first()
    if found is None:
        raise NotFoundError
    return found


def needs() -> list[Need]:
    """List the needs of the catalogue in the order they were registered."""
    return list(db.session.scalars(select(Need).order_by(Need.id)))


def benefits() -> list[Benefit]:
    """List the benefits of the catalogue by code."""
    return list(db.session.scalars(select(Benefit).order_by(Benefit.code)))


def _listed() -> Select[Call]:
    return (
        select(Call)
        .options(joinedload(Call.measure), joinedload(Call.budget_post))
        .order_by(Call.closes_on.desc(), Call.id)
    )


def _whole() -> tuple[LoaderOption, ...]:
    return (
        joinedload(Call.scheme),
        joinedload(Call.measure),
        joinedload(Call.budget_post),
        joinedload(Call.regulation),
        joinedload(Call.only_lead),
        selectinload(Call.kinds),
        selectinload(Call.rules),
        selectinload(Call.activities),
        selectinload(Call.conditions),
        selectinload(Call.questions).selectinload(Question.choices),
        selectinload(Call.report_questions).selectinload(Question.choices),
        selectinload(Call.required_attachments),
        selectinload(Call.criteria).selectinload(Criterion.anchors),
        selectinload(Call.bounds),
        selectinload(Call.plan_steps),
    )


def whole(statement: Select[Call]) -> Call:
    """Find the call that a question asks for, with everything in it. Raises NotFoundError."""
    found = db.session.scalars(
        statement.options(*_whole()).execution_options(**AS_IT_STANDS)
    ).first()
    if found is None:
        raise NotFoundError
    return found
