"""Which sections of a case are open for correction, and keeping what stood there. Used inside acts."""

from collections.abc import Mapping

from sqlalchemy import select

from applications.corrections.models import Correction
from applications.corrections.sections import CORRECTABLE
from applications.models import Application, Deficiency
from criteria.completeness import Section
from criteria.steps import Step
from foundation.columns import JsonValue
from foundation.database import db


def open_sections(application: Application) -> frozenset[Section]:
    """Give the sections that those who apply may correct now: none unless the case waits for them."""
    if application.step is not Step.INCOMPLETE:
        return frozenset()
    return frozenset(
        db.session.scalars(
            select(Correction.section)
            .join(Deficiency, Deficiency.id == Correction.deficiency_id)
            .where(Deficiency.application_id == application.id, Deficiency.answered_at.is_(None))
        )
    )


def put_open(deficiency_id: int, before: Mapping[Section, JsonValue]) -> None:
    """Open sections, each with what stands in it."""
    db.session.add_all(
        Correction(deficiency_id=deficiency_id, section=section, before=content)
        for section, content in before.items()
    )


def corrections_of(application_id: int) -> list[Correction]:
    """List what was opened in a case, in the order it was asked for and of the sections."""
    found = db.session.scalars(
        select(Correction)
        .join(Deficiency, Deficiency.id == Correction.deficiency_id)
        .where(Deficiency.application_id == application_id)
        .order_by(Correction.deficiency_id)
    )
    return sorted(found, key=lambda one: (one.deficiency_id, CORRECTABLE.index(one.section)))
