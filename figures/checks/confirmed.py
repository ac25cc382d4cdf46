"""Checks of confirmations: each covers what it says it covers, and has fallen exactly when it should."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from applications.facts import covers
from applications.models import Application, Confirmation, Partner
from criteria.confirmation import fingerprint, read_part
from criteria.steps import Step
from foundation.database import db
from grants.models import Call

_BATCH = 1_000


def wrong_confirmations() -> Iterator[str]:
    """Name each confirmation that is unlike what was signed, and each that fell or stands wrongly."""
    kept = db.session.execute(
        select(Confirmation.id, Confirmation.fingerprint, Confirmation.covered)
        .where(Confirmation.covered.is_not(None))
        .order_by(Confirmation.id),
        execution_options={"yield_per": _BATCH},
    )
    for number, sealed, covered in kept:
        if covered is None or fingerprint(read_part(covered)) != sealed:
            yield f"confirmation {number} does not cover what was signed"
    yield from _wrongly_standing()


def _wrongly_standing() -> Iterator[str]:
    """Compare what is noted with the parts as they stand. What is handed in no longer changes them."""
    drafts = db.session.scalars(
        select(Application)
        .where(Application.step == Step.DRAFT)
        .options(
            joinedload(Application.call).selectinload(Call.activities),
            selectinload(Application.partners).selectinload(Partner.confirmations),
            selectinload(Application.budget_lines),
        )
        .order_by(Application.id)
    )
    for draft in drafts:
        for partner in draft.partners:
            last = partner.confirmations[-1] if partner.confirmations else None
            if last is None:
                continue
            if covers(draft, partner, last) != (last.fell_at is None):
                yield f"confirmation {last.id} is noted as another than it is"
