"""How long applicants waited: from a call's last day until its first decisions were sent out."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from applications.models import Application
from criteria.reaching import Waits, waits_of
from decisions.models import Decision
from foundation import clock
from foundation.database import db
from foundation.language import Bilingual
from grants.models import Call


@dataclass(frozen=True, slots=True)
class CallWaits:
    """A call, and the days that its applicants waited."""

    call_id: int
    title: Bilingual
    waits: Waits


def waits_by_call() -> list[CallWaits]:
    """Count the days in Oslo for each case of each call with decisions that are sent out. One query.

    A case's first decision counts: what comes later is another matter.
    """
    edition = aliased(Call)
    rows = db.session.execute(
        select(Call.id, Call.title, edition.closes_on, Decision.published_at, func.count())
        .join(edition, edition.round_id == Call.id)
        .join(Application, Application.call_id == edition.id)
        .join(Decision, Decision.application_id == Application.id)
        .where(Call.edition == 1, Decision.number == 1, Decision.published_at.is_not(None))
        .group_by(Call.id, Call.title, Call.closes_on, edition.closes_on, Decision.published_at)
        .order_by(Call.closes_on, Call.id)
    )
    titles: dict[int, Bilingual] = {}
    days: dict[int, list[int]] = {}
    for call_id, title, closes_on, published_at, number in rows:
        if published_at is None:
            continue
        titles[call_id] = title
        waited = (clock.in_oslo(published_at).date() - closes_on).days
        days.setdefault(call_id, []).extend([waited] * number)
    return [CallWaits(call_id, titles[call_id], waits_of(found)) for call_id, found in days.items()]
