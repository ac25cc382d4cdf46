"""What is new to everybody: calls that were published, and awards that were sent out."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from applications.models import Application
from decisions.models import Decision
from figures.queries.parts import AWARDS
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call

MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A call that was published (no awards), or the awards that were sent out in one at once."""

    call_id: int
    title: Bilingual
    at: datetime
    purpose: Bilingual
    awards: int = 0
    amount: Ore = Ore(0)

    @property
    def key(self) -> str:
        """What tells it from all other news, for ever."""
        kind = f"tilskudd-{self.at:%Y%m%dT%H%M%SZ}" if self.awards else "utlysning"
        return f"{kind}/{self.call_id}"


def newest() -> list[News]:
    """List the news, the newest first. Two queries."""
    found = [*_calls(), *_awards()]
    return sorted(found, key=attrgetter("at"), reverse=True)[:MOST]


def _calls() -> list[News]:
    rows = db.session.execute(
        select(Call.id, Call.title, Call.purpose, Call.published_at)
        .where(Call.edition == 1, Call.published_at.is_not(None), Call.withdrawn_at.is_(None))
        .order_by(Call.published_at.desc(), Call.id.desc())
        .limit(MOST)
    )
    return [
        News(call_id=row.id, title=row.title, purpose=row.purpose, at=row.published_at)
        for row in rows
        if row.published_at is not None
    ]


def _awards() -> list[News]:
    first = aliased(Call)
    rows = db.session.execute(
        select(
            first.id,
            first.title,
            first.purpose,
            Decision.published_at,
            func.count(Decision.id).label("awards"),
            func.sum(Decision.amount).label("amount"),
        )
        .join(Application, Application.id == Decision.application_id)
        .join(Call, Call.id == Application.call_id)
        .join(first, first.id == Call.round_id)
        .where(Decision.published_at.is_not(None), Decision.outcome.in_(AWARDS))
        .group_by(first.id, first.title, first.purpose, Decision.published_at)
        .order_by(Decision.published_at.desc(), first.id.desc())
        .limit(MOST)
    )
    return [
        News(
            call_id=row.id, title=row.title, purpose=row.purpose, at=row.published_at,
            awards=row.awards, amount=Ore(int(row.amount)),
        )
        for row in rows
        if row.published_at is not None
    ]  # fmt: skip
