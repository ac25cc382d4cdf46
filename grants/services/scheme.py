"""Acts on the scheme itself: setting it up, its ambition level, its money, whom to ask."""

from datetime import date, datetime

from accounts import audit
from accounts.models import Person
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore, format_kroner
from grants import queries
from grants.catalogue import (
    GoalSheet,
    LevelSheet,
    MeasureSheet,
    RegulationSheet,
    SchemeSheet,
    SenderSheet,
)
from grants.models import (
    AmbitionLevel,
    Appropriation,
    Benefit,
    BudgetPost,
    Goal,
    GoalPoint,
    Measure,
    Need,
    Regulation,
    Scheme,
    Sender,
)
from grants.words import SchemeRefusal


def set_up_scheme(sheet: SchemeSheet, *, by: Person | None, at: datetime) -> Scheme:
    """Write the scheme at its recommended level, with all that its sheet says but the money.

    Raises RuleBrokenError(SchemeRefusal.ALREADY_SET_UP) when there is one.
    """
    with transaction():
        if queries.has_scheme():
            raise RuleBrokenError(SchemeRefusal.ALREADY_SET_UP)
        scheme = Scheme(
            code=sheet.code,
            name=sheet.name,
            purpose=sheet.purpose,
            purpose_source=sheet.purpose_source,
            societal_goal=sheet.societal_goal,
            societal_goal_source=sheet.societal_goal_source,
            first_year=sheet.first_year,
            last_year=sheet.last_year,
            ambition_level=sheet.recommended_level,
            contact=sheet.contact,
            goals=[_goal(goal) for goal in sheet.goals],
            levels=[_level(level) for level in sheet.levels],
            measures=[_measure(measure) for measure in sheet.measures],
            posts=[
                BudgetPost(
                    chapter=post.chapter,
                    post=post.post,
                    name=post.name,
                    source=post.source,
                )
                for post in sheet.budget_posts
            ],
        )
        db.session.add(scheme)
        _add_catalogue(sheet)
        db.session.flush()  # the regulation and the entry's subject need the new id
        db.session.add(_regulation(sheet.regulation, scheme.id))
        db.session.add(Sender(scheme_id=scheme.id, **sheet.sender.facts))
        audit.record("scheme.set_up", subject=f"scheme:{scheme.id}", by=by, at=at, code=scheme.code)
    return scheme


def choose_ambition_level(scheme: Scheme, level: int, *, by: Person, at: datetime) -> None:
    """Let the scheme follow another ambition level. Published calls stand as they are.

    Raises RuleBrokenError(SchemeRefusal.NO_SUCH_LEVEL), StaleError.
    """
    with transaction():
        _hold(scheme)
        if level not in {one.level for one in scheme.levels}:
            raise RuleBrokenError(SchemeRefusal.NO_SUCH_LEVEL, level=level)
        before, scheme.ambition_level = scheme.ambition_level, level
        audit.record(
            "scheme.level_chosen",
            subject=f"scheme:{scheme.id}",
            by=by,
            at=at,
            before=before,
            level=level,
        )


def change_contact(scheme: Scheme, contact: Bilingual, *, by: Person, at: datetime) -> None:
    """Say whom applicants can ask. Raises StaleError."""
    with transaction():
        _hold(scheme)
        scheme.contact = contact
        audit.record(
            "scheme.contact_changed", subject=f"scheme:{scheme.id}", by=by, at=at, nb=contact.nb
        )


def change_sender(sender: Sender, wanted: SenderSheet, *, by: Person, at: datetime) -> None:
    """Change who sends the letters and what they refer to, from the next letter on.

    Letters that are made stay as they are. Raises StaleError.
    """
    with transaction():
        seen = sender.version
        if locked(sender).version != seen:
            raise StaleError
        changed = [name for name, value in wanted.facts.items() if getattr(sender, name) != value]
        for name in changed:
            setattr(sender, name, getattr(wanted, name))
        audit.record(
            "scheme.sender_changed", subject=f"scheme:{sender.scheme_id}", by=by, at=at,
            name=wanted.name, changed=" ".join(changed),
        )  # fmt: skip


def register_appropriation(
    post: BudgetPost,
    *,
    year: int,
    amount: Ore,
    authority: str,
    decided_on: date,
    by: Person | None,
    at: datetime,
) -> Appropriation:
    """Register what a decision gives a post for a year; a negative amount takes from it.

    Nothing is overwritten: the post's money for the year is the sum of its rows. Raises
    RuleBrokenError(SchemeRefusal).
    """
    with transaction():
        locked(post)
        scheme = queries.scheme()
        if not scheme.first_year <= year <= scheme.last_year:
            raise RuleBrokenError(
                SchemeRefusal.YEAR_OUTSIDE_PERIOD, first=scheme.first_year, last=scheme.last_year
            )
        if amount == NOTHING:
            raise RuleBrokenError(SchemeRefusal.NOTHING_CHANGES)
        granted = queries.appropriated(post.id, year)
        if granted + amount < NOTHING:
            raise RuleBrokenError(SchemeRefusal.LESS_THAN_NOTHING, granted=format_kroner(granted))
        appropriation = Appropriation(
            budget_post_id=post.id,
            year=year,
            amount=amount,
            authority=authority.strip(),
            decided_on=decided_on,
            registered_at=at,
            registered_by_id=by.id if by else None,
        )
        db.session.add(appropriation)
        db.session.flush()  # the entry's subject is the new id
        audit.record(
            "appropriation.registered",
            subject=f"appropriation:{appropriation.id}",
            by=by,
            at=at,
            chapter=post.chapter,
            post=post.post,
            year=year,
            amount=amount,
        )
    return appropriation


def _hold(scheme: Scheme) -> None:
    """Hold the scheme; what was read before must still be so."""
    seen = scheme.version
    if locked(scheme).version != seen:
        raise StaleError


def _goal(sheet: GoalSheet) -> Goal:
    points = [
        GoalPoint(position=position, text=text)
        for position, text in enumerate(sheet.points, start=1)
    ]
    return Goal(code=sheet.code, text=sheet.text, source=sheet.source, points=points)


def _level(sheet: LevelSheet) -> AmbitionLevel:
    return AmbitionLevel(
        level=sheet.level,
        name=sheet.name,
        grants_per_year=sheet.grants_per_year,
        network_per_year=sheet.network_per_year,
        coverage_percent=sheet.coverage_percent,
        measures=" ".join(sheet.measures),
        source=sheet.source,
    )


def _measure(sheet: MeasureSheet) -> Measure:
    return Measure(
        code=sheet.code,
        key=sheet.key,
        kind=sheet.kind,
        name=sheet.name,
        description=sheet.description,
        source=sheet.source,
    )


def _add_catalogue(sheet: SchemeSheet) -> None:
    db.session.add_all(
        Need(code=need.code, actor=need.actor, text=need.text, source=need.source)
        for need in sheet.needs
    )
    db.session.add_all(
        Benefit(code=benefit.code, name=benefit.name, source=benefit.source)
        for benefit in sheet.benefits
    )


def _regulation(sheet: RegulationSheet, scheme_id: int) -> Regulation:
    return Regulation(
        scheme_id=scheme_id,
        title=sheet.title,
        valid_from=sheet.valid_from,
        valid_to=None,
        references=sheet.references,
    )
