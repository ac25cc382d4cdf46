"""What is new to everybody: calls, awards that were sent out, and what projects have learnt."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from applications.models import Application
from decisions.models import Decision
from figures.queries.parts import AWARDS
from followup.experience.models import Experience
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call

MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A call (no awards), the awards of one that were sent out at once, or an account of experience."""

    call_id: int
    title: Bilingual
    at: datetime
    purpose: Bilingual
    awards: int = 0
    amount: Ore = Ore(0)
    experience_id: int | None = None
    told: str = ""

    @property
    def key(self) -> str:
        """What tells it from all other news, for ever."""
        if self.experience_id is not None:
            return f"erfaring/{self.experience_id}"
        kind = f"tilskudd-{self.at:%Y%m%dT%H%M%SZ}" if self.awards else "utlysning"
        return f"{kind}/{self.call_id}"


def newest() -> list[News]:
    """List the news, the newest first. Three queries."""
    found = [*_calls(), *_awards(), *_experience()]
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


def _experience() -> list[News]:
    rows = db.session.execute(
        select(
            Experience.id, Experience.title.label("told"), Experience.answered_at,
            Call.id.label("call_id"), Call.title, Call.purpose,
        )
        .join(Application, Application.id == Experience.application_id)
        .join(Call, Call.id == Application.call_id)
        .where(Experience.published.is_(True), Experience.withdrawn_at.is_(None))
        .order_by(Experience.answered_at.desc(), Experience.id.desc())
        .limit(MOST)
    )  # fmt: skip
    return [
        News(
            call_id=row.call_id, title=row.title, purpose=row.purpose, at=row.answered_at,
            experience_id=row.id, told=row.told,
        )
        for row in rows
        if row.answered_at is not None
    ]  # fmt: skip
