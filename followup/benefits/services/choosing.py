"""The lead's acts on the register: what the project follows, how it is judged, and by which indicators."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from accounts import audit
from accounts.models import Person
from applications import journal
from applications.models import Application
from criteria.benefits import Judgement
from criteria.benefitwords import Actor, IndicatorKind
from followup.benefits import queries
from followup.benefits.holding import hold_benefit, hold_led, said
from followup.benefits.meeting import settle
from followup.benefits.models import CataloguedBenefit, ProjectBenefit, ProjectIndicator
from followup.benefits.notes import BenefitNote
from followup.benefits.refusals import Refusal
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnBenefit:
    """A benefit that is not in the catalogue. Somebody must see it as good (000:3–7; inv. 212)."""

    name: str
    actors: frozenset[Actor]
    judgement: Judgement


def choose_benefits(
    application: Application, codes: Collection[str], *, by: Person, at: datetime
) -> None:
    """Follow benefits of the catalogue in a project, with all their indicators.

    Raises RuleBrokenError: not the lead's, no grant in force, nothing chosen, unknown or chosen before.
    """
    with transaction():
        held = hold_led(application.id, by)
        if not codes:
            raise RuleBrokenError(Refusal.NOTHING_CHOSEN)
        there = set(queries.codes_in(held.id))
        known = {one.code: one for one in queries.catalogue()}
        for code in sorted(codes):
            if code not in known:
                raise RuleBrokenError(Refusal.NOT_IN_CATALOGUE)
            if code in there:
                raise RuleBrokenError(Refusal.CHOSEN_ALREADY)
            db.session.add(_chosen(held.id, known[code], by, at))
            journal.note(held, BenefitNote.ADDED, by=by, at=at, public=True, benefit=code)


def add_own_benefit(
    application: Application, own: OwnBenefit, *, by: Person, at: datetime
) -> ProjectBenefit:
    """Follow a benefit of the project's own.

    Raises RuleBrokenError: not the lead's, no grant in force, no name, of use to nobody.
    """
    with transaction():
        held = hold_led(application.id, by)
        name = said(own.name)
        if not own.actors:
            raise RuleBrokenError(Refusal.NO_STAKEHOLDER)
        number = 1 + sum(one.startswith("P") for one in queries.codes_in(held.id))
        made = ProjectBenefit(
            application_id=held.id,
            code=f"P{number}",
            name=Bilingual(name, name),
            actors=" ".join(sorted(own.actors)),
            added_at=at,
            added_by_id=by.id,
            **_judged(own.judgement),
        )
        db.session.add(made)
        db.session.flush()  # the next page names it by the id
        journal.note(held, BenefitNote.ADDED, by=by, at=at, public=True, benefit=made.code)
    return made


def judge_benefit(
    benefit: ProjectBenefit, judgement: Judgement, *, by: Person, at: datetime
) -> None:
    """Judge a benefit anew for the project. Raises RuleBrokenError: not the lead's, dropped."""
    with transaction():
        hold_led(benefit.application_id, by)
        held = hold_benefit(benefit)
        for name, level in _judged(judgement).items():
            setattr(held, name, level)
        audit.record(
            "benefit.judged", subject=_subject(held), by=by, at=at, points=judgement.points
        )


def drop_benefit(benefit: ProjectBenefit, *, why: str, by: Person, at: datetime) -> None:
    """Follow a benefit no longer; what was recorded stays.

    Raises RuleBrokenError: not the lead's, dropped, no reason.
    """
    with transaction():
        case = hold_led(benefit.application_id, by)
        held = hold_benefit(benefit)
        held.dropped_why = said(why)
        held.dropped_at, held.dropped_by_id = at, by.id
        journal.note(case, BenefitNote.DROPPED, by=by, at=at, public=True, benefit=held.code)
        settle(case, by=by, at=at)


def add_indicator(
    benefit: ProjectBenefit, *, kind: IndicatorKind, name: str, unit: str, by: Person, at: datetime
) -> ProjectIndicator:
    """Follow a benefit by an indicator of the project's own (inv. 247). Raises RuleBrokenError."""
    with transaction():
        hold_led(benefit.application_id, by)
        held = hold_benefit(benefit)
        name, unit = said(name), said(unit)
        number = 1 + sum(one.startswith("P") for one in queries.indicator_codes_in(held.id))
        made = ProjectIndicator(
            project_benefit_id=held.id,
            code=f"P{number}",
            kind=kind,
            name=Bilingual(name, name),
            unit=Bilingual(unit, unit),
            added_at=at,
            added_by_id=by.id,
        )
        db.session.add(made)
        audit.record(
            "benefit.indicator_added", subject=_subject(held), by=by, at=at, code=made.code
        )
    return made


def _chosen(
    application_id: int, one: CataloguedBenefit, by: Person, at: datetime
) -> ProjectBenefit:
    return ProjectBenefit(
        application_id=application_id,
        code=one.code,
        benefit_version_id=one.id,
        name=one.name,
        actors=one.actors,
        added_at=at,
        added_by_id=by.id,
        indicators=[
            ProjectIndicator(
                code=each.code, kind=each.kind, name=each.name, unit=each.unit,
                added_at=at, added_by_id=by.id,
            )
            for each in one.indicators
        ],
        **_judged(one.judgement),
    )  # fmt: skip


def _judged(judgement: Judgement) -> dict[str, object]:
    return {
        "potential": judgement.potential,
        "strategy": judgement.strategy,
        "measurability": judgement.measurability,
        "causality": judgement.causality,
        "risk": judgement.risk,
    }


def _subject(benefit: ProjectBenefit) -> str:
    return f"project_benefit:{benefit.id}"
