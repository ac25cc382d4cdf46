"""Messages and jobs, written in the same transaction as the act that causes them.

An act puts a row; a worker claims it for a while, does it and marks it done. A worker that is killed
leaves a claim that runs out, so nothing is lost; each kind of job must be safe to do twice (a letter is
kept by its checksum, a mail carries its row's id), so nothing doubles.
"""

import logging
from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, Index, String, Table, and_, func, insert, or_, select, true
from sqlalchemy.orm import Mapped, mapped_column

from foundation.columns import JsonValue
from foundation.database import Model, db, later, transaction
from foundation.errors import TilsagnError

CLAIM = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=4)
MOST_TRIES = 5
MOST_PATIENT_TRIES = 10
"""How often what hangs on others' machines, such as a mail server, is tried: for half a day."""
AT_ONCE = timedelta(0)
_log = logging.getLogger(__name__)


class TryLaterError(TilsagnError):
    """A job cannot be done yet, through no fault of its own: it is tried again, however often."""

    def __init__(self, why: str, *, at: datetime) -> None:
        """Keep why, and when to try again."""
        super().__init__(why)
        self.at = at


class Job(Model):
    """One thing to do after an act: make a letter, send a notice."""

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_done_at_due_at_id", "done_at", "due_at", "id"),
        Index("ix_job_subject", "subject"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(80))
    detail: Mapped[JsonValue]
    put_at: Mapped[datetime]
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str | None]
    done_at: Mapped[datetime | None]


class Mail(Model):
    """A notice by e-mail; it says only that something awaits, never what."""

    __tablename__ = "mail"
    __table_args__ = (Index("ix_mail_put_at_id", "put_at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient: Mapped[str] = mapped_column(String(200))
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str]
    put_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    refused_at: Mapped[datetime | None]
    failure: Mapped[str | None]


Handler = Callable[[JsonValue, datetime], None]
_HANDLERS: dict[str, Handler] = {}
_PATIENT: set[str] = set()


def handles(kind: str, *, patient: bool = False) -> Callable[[Handler], Handler]:
    """Register the function that does a kind of job. It opens its own transaction."""

    def register(handler: Handler) -> Handler:
        _HANDLERS[kind] = handler
        if patient:
            _PATIENT.add(kind)
        return handler

    return register


def put(
    kind: str,
    *,
    subject: str,
    at: datetime,
    wait: timedelta = AT_ONCE,
    **detail: str | int | bool | None,
) -> None:
    """Put a job, inside the act's transaction. `subject` lets a page count what is left.

    `wait` lets it lie until things have settled.
    """
    later(
        _PUT,
        {
            "kind": kind, "subject": subject, "detail": JsonValue(detail),
            "put_at": at, "due_at": at + wait, "tries": 0,
        },
    )  # fmt: skip


_PUT = insert(cast("Table", Job.__table__)).inline()


def put_mail(*, recipient: str, subject: str, body: str, at: datetime) -> None:
    """Put a notice, inside the act's transaction, and the job that sends it."""
    mail = Mail(recipient=recipient, subject=subject, body=body, put_at=at)
    db.session.add(mail)
    db.session.flush()  # the job names the mail by its id
    put("send_mail", subject=f"mail:{mail.id}", at=at, mail=mail.id)


def again(subject: str, *, at: datetime, kind: str | None = None) -> bool:
    """Let the jobs of a subject (of a kind, or any) that are not done be tried anew, inside an act.

    Tells whether there is any.
    """
    jobs = db.session.scalars(
        select(Job)
        .where(Job.subject == subject, Job.done_at.is_(None))
        .where(true() if kind is None else Job.kind == kind)
        .with_for_update()
    ).all()
    for job in jobs:
        job.tries, job.due_at, job.failure = 0, at, None
    return bool(jobs)


def failed(subject: str, kinds: Collection[str]) -> list[Job]:
    """List the jobs of a subject, of some kinds, that have failed and are not done."""
    return list(
        db.session.scalars(
            select(Job)
            .where(
                Job.subject == subject,
                Job.kind.in_(kinds),
                Job.done_at.is_(None),
                Job.failure.is_not(None),
            )
            .order_by(Job.id)
        )
    )


def work_once(at: datetime, *, kind: str | None = None) -> bool:
    """Claim the oldest job that is due (of a kind, or any), do it, and tell whether there was one."""
    return _work(_claim(at, true() if kind is None else Job.kind == kind), at)


def work_on(job_id: int, due_at: datetime, at: datetime) -> bool:
    """Do a job that was found due at a moment, unless somebody has claimed it since."""
    return _work(_claim(at, and_(Job.id == job_id, Job.due_at == due_at)), at)


def due(at: datetime, most: int) -> list[tuple[int, datetime]]:
    """Give the oldest jobs that are due, each with the moment it was due; a claim moves that moment."""
    rows = db.session.execute(
        select(Job.id, Job.due_at).where(*_is_due(at)).order_by(Job.id).limit(most)
    )
    return [(row.id, row.due_at) for row in rows]


def _work(job: Job | None, at: datetime) -> bool:
    if job is None:
        return False
    try:
        _HANDLERS[job.kind](job.detail, at)
    except TryLaterError as later:
        db.session.rollback()
        _postpone(job.id, later)
    except Exception as error:  # whatever goes wrong is kept with the job and shown to people
        db.session.rollback()
        _log.exception("job %s (%s) failed", job.id, job.kind)
        _close(job.id, at, failure=f"{type(error).__name__}: {error}")
    else:
        _close(job.id, at, failure=None)
    return True


def work_until_empty(at: datetime) -> int:
    """Do every job that is due; give how many were done. For tests and the demonstration."""
    done = 0
    while work_once(at):
        done += 1
    return done


def _claim(at: datetime, which: ColumnElement[bool]) -> Job | None:
    with transaction():
        job = db.session.scalars(
            select(Job)
            .where(*_is_due(at), which)
            .order_by(Job.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).first()
        if job is not None:
            job.tries += 1
            job.due_at = at + wait_after(job.tries)
    return job


def _is_due(at: datetime) -> Iterator[ColumnElement[bool]]:
    yield Job.done_at.is_(None)
    yield Job.due_at <= at
    yield or_(
        Job.tries < MOST_TRIES,
        and_(Job.kind.in_(sorted(_PATIENT)), Job.tries < MOST_PATIENT_TRIES),
    )


def wait_after(tries: int) -> timedelta:
    """Give how long a job is left alone after a try: twice as long each time, up to some hours."""
    return min(CLAIM * (1 << (tries - 1)), LONGEST_WAIT)


def _postpone(job_id: int, later: TryLaterError) -> None:
    with transaction():
        job = db.session.get_one(Job, job_id)
        job.tries, job.due_at, job.failure = 0, later.at, str(later)


def _close(job_id: int, at: datetime, *, failure: str | None) -> None:
    with transaction():
        job = db.session.get_one(Job, job_id)
        job.failure = failure
        if failure is None:
            job.done_at = at


def waiting(subject_prefix: str) -> tuple[int, int]:
    """Count the jobs of a subject that are left, and all that were put: for progress bars."""
    rows = (
        db.session.execute(
            select(Job.done_at.is_(None)).where(
                or_(Job.subject == subject_prefix, Job.subject.startswith(f"{subject_prefix}/"))
            )
        )
        .scalars()
        .all()
    )
    return sum(rows), len(rows)


def unsent_mails() -> int:
    """Count the notices that are neither sent nor refused for good."""
    return (
        db.session.scalar(
            select(func.count(Mail.id)).where(Mail.sent_at.is_(None), Mail.refused_at.is_(None))
        )
        or 0
    )
