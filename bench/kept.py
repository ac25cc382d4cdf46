"""What the database has kept of what was sent, held against the answers that the senders got."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, create_engine, select

from applications.models import Application, CaseCounter, Event
from criteria.procedure import Act
from foundation import clock

RECEIVED = 303


@dataclass(frozen=True, slots=True)
class Sent:
    """An application that was sent: when by the server's clock, when it was answered, and how."""

    application: int
    sent_at: datetime
    answered_at: datetime
    status: int


def counted(url: str, sent: Sequence[Sent], deadline: datetime) -> dict[str, float]:
    """Count what went wrong; every figure should be 0."""
    engine = create_engine(url)
    with engine.connect() as connection:
        moments, numbers, submissions = _kept(connection, {one.application for one in sent})
        gaps = _gaps(connection, clock.in_oslo(deadline).year)
    engine.dispose()
    received = {one.application for one in sent if one.status == RECEIVED}
    late = {one.application for one in sent if one.sent_at >= deadline and one.status == RECEIVED}
    late |= {one for one, at in moments.items() if at >= deadline}
    return {
        "sent": len(sent),
        "received": len(moments),
        "lost": len(received - moments.keys()),
        "doubled": sum(times - 1 for times in submissions.values())
        + len(numbers) - len(set(numbers)),
        "gaps": gaps,
        "refused_in_time": sum(
            one.answered_at < deadline and one.status != RECEIVED for one in sent
        ),
        "accepted_late": len(late),
    }  # fmt: skip


def _kept(
    connection: Connection, ids: set[int]
) -> tuple[dict[int, datetime], list[str], Counter[int]]:
    """Give when each was received, all case numbers there are, and how often each was handed in."""
    rows = connection.execute(
        select(Application.id, Application.submitted_at, Application.case_number).where(
            Application.case_number.is_not(None)
        )
    ).all()
    moments = {row.id: row.submitted_at for row in rows if row.id in ids}
    handed_in = connection.execute(
        select(Event.application_id).where(Event.act == Act.SUBMIT)
    ).scalars()
    return moments, [row.case_number for row in rows], Counter(one for one in handed_in if one in ids)


def _gaps(connection: Connection, year: int) -> int:
    """Count the year's numbers up to the counter that no case has."""
    last = connection.scalar(select(CaseCounter.last).where(CaseCounter.year == year)) or 0
    used = connection.execute(
        select(Application.case_number).where(Application.case_number.startswith(f"{year}/"))
    ).scalars()
    return last - len({number for number in used if int(str(number).split("/")[1]) <= last})
