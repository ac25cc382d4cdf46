"""Each kommune's acts on its own figures. Nothing is overwritten: what is wrong is replaced with a reason."""

from datetime import datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import Person
from applications.models import Application
from criteria.benefits import Given, Known, problem_of
from criteria.benefitwords import ValueKind
from followup.benefits import queries
from followup.benefits.holding import hold_benefit, hold_project, refuse_others, said
from followup.benefits.meeting import settle
from followup.benefits.models import Measurement, ProjectBenefit, ProjectIndicator
from followup.benefits.refusals import Refusal
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError


def record_value(
    indicator: ProjectIndicator, organisation_id: int, given: Given, *, by: Person, at: datetime
) -> Measurement:
    """Record a baseline, a target or a measurement of a kommune.

    Raises RuleBrokenError: not the person's kommune, no grant in force, dropped, there is a baseline or
    target already, and whatever `criteria.benefits.problem_of` finds.
    """
    with transaction():
        case = _hold(indicator, organisation_id, by, at)
        there = queries.values_for(indicator.id, organisation_id)
        if given.kind is not ValueKind.MEASURED and any(one.kind is given.kind for one in there):
            raise RuleBrokenError(Refusal.RECORDED_ALREADY)
        _refuse_wrong(given, there, at)
        place = 0
        if given.kind is ValueKind.MEASURED:
            place = queries.last_place(indicator.id, organisation_id) + 1
        made = _row(indicator.id, organisation_id, given, by, at)
        made.place, made.revision, made.reason = place, 1, ""
        db.session.add(made)
        db.session.flush()  # the audit entry names it by the id
        audit.record(
            "benefit.recorded", subject=f"benefit_measurement:{made.id}", by=by, at=at,
            kind=given.kind, value=str(given.point.value),
        )  # fmt: skip
        settle(case, by=by, at=at)
    return made


def correct_value(
    value: Measurement, given: Given, *, reason: str, by: Person, at: datetime
) -> Measurement:
    """Replace a value by another one, with the reason; the old one stays to be read.

    Raises RuleBrokenError: not the person's kommune, replaced already, no reason, what `problem_of` finds.
    """
    with transaction():
        case = _hold_value(value, by, at)
        why = said(reason)
        there = queries.values_for(value.project_indicator_id, value.organisation_id)
        others = [one for one in there if (one.kind, one.place) != (value.kind, value.place)]
        _refuse_wrong(given, others, at)
        made = _row(value.project_indicator_id, value.organisation_id, given, by, at)
        made.kind, made.place, made.revision, made.reason = (
            value.kind, value.place, value.revision + 1, why,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()  # the audit entry names it by the id
        audit.record(
            "benefit.corrected", subject=f"benefit_measurement:{made.id}", by=by, at=at,
            replaces=value.id, value=str(given.point.value),
        )  # fmt: skip
        settle(case, by=by, at=at)
    return made


def withdraw_measurement(value: Measurement, *, reason: str, by: Person, at: datetime) -> None:
    """Take a measurement back with a reason; it stays to be read.

    Raises RuleBrokenError: not the person's kommune, replaced already, no measurement, no reason.
    """
    with transaction():
        case = _hold_value(value, by, at)
        if value.kind is not ValueKind.MEASURED:
            raise RuleBrokenError(Refusal.ONLY_MEASUREMENTS)
        made = Measurement(
            project_indicator_id=value.project_indicator_id,
            organisation_id=value.organisation_id,
            kind=value.kind,
            place=value.place,
            revision=value.revision + 1,
            value=None,
            valid_on=value.valid_on,
            method=value.method,
            grade=value.grade,
            explanation=value.explanation,
            reason=said(reason),
            recorded_at=at,
            recorded_by_id=by.id,
        )
        db.session.add(made)
        db.session.flush()  # the audit entry names it by the id
        audit.record(
            "benefit.withdrawn", subject=f"benefit_measurement:{made.id}", by=by, at=at,
            replaces=value.id,
        )  # fmt: skip
        settle(case, by=by, at=at)


def _hold(
    indicator: ProjectIndicator, organisation_id: int, by: Person, at: datetime
) -> Application:
    benefit = db.session.get_one(ProjectBenefit, indicator.project_benefit_id)
    case = hold_project(benefit.application_id)
    refuse_others(hold_benefit(benefit), organisation_id, by=by, at=at)
    return case


def _hold_value(value: Measurement, by: Person, at: datetime) -> Application:
    indicator = db.session.scalars(
        select(ProjectIndicator).where(ProjectIndicator.id == value.project_indicator_id)
    ).one()
    case = _hold(indicator, value.organisation_id, by, at)
    if value.value is None or queries.last_revision(value) != value.revision:
        raise RuleBrokenError(Refusal.CORRECTED_ALREADY)
    return case


def _refuse_wrong(given: Given, there: list[Measurement], at: datetime) -> None:
    held = {one.kind: one.point for one in there if one.kind is not ValueKind.MEASURED}
    known = Known(
        baseline=held.get(ValueKind.BASELINE),
        target=held.get(ValueKind.TARGET),
        measured_on=frozenset(one.valid_on for one in there if one.kind is ValueKind.MEASURED),
    )
    problem = problem_of(given, known, clock.in_oslo(at).date())
    if problem is not None:
        raise RuleBrokenError(problem)


def _row(
    indicator_id: int, organisation_id: int, given: Given, by: Person, at: datetime
) -> Measurement:
    found = given.kind is not ValueKind.TARGET
    return Measurement(
        project_indicator_id=indicator_id,
        organisation_id=organisation_id,
        kind=given.kind,
        value=given.point.value,
        valid_on=given.point.on,
        method=given.method.strip(),
        grade=given.grade if found else None,
        explanation=given.explanation.strip(),
        recorded_at=at,
        recorded_by_id=by.id,
    )
