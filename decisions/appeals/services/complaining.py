"""A party's acts on its complaint: begin it, write it, send it, take it back, comment on the statement."""

from datetime import date, datetime

from accounts import audit
from accounts.models import Person
from applications import journal, sittings
from applications.documents import Upload
from criteria.appeal import Timeliness, timeliness
from criteria.deadlines import closing_moment
from decisions.appeals import notices, queries
from decisions.appeals.content import ComplaintContent, counting_of
from decisions.appeals.holding import hold, hold_draft
from decisions.appeals.models import Complaint, ComplaintFile
from decisions.appeals.notes import AppealNote
from decisions.appeals.refusals import Refusal
from decisions.appeals.reversing import in_force
from decisions.appeals.rights import refuse_strangers, refuse_unsigned, why_not_appealable
from decisions.appeals.timing import deadline_of
from decisions.holding import hold_cases
from decisions.models import Decision
from foundation import clock, scans
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError

MOST_FILES = 10


def begin_complaint(
    decision: Decision, organisation_id: int, *, by: Person, at: datetime
) -> Complaint:
    """Begin a party's complaint of the decision in force; the draft that is there is gone on with.

    Needs the decision as `queries.published_decision` gives it. Raises RuleBrokenError: no party, the
    call's decisions cannot be complained of, complained of already.
    """
    with transaction():
        hold_cases([decision.application])
        refuse_strangers(by, decision.application, organisation_id)
        if in_force(decision.application).id != decision.id:
            raise RuleBrokenError(Refusal.NO_DECISION)
        refusal = why_not_appealable(decision, queries.versions_of(decision))
        if refusal is not None:
            raise RuleBrokenError(refusal)
        complaint = queries.living_complaint(decision.id, organisation_id)
        if complaint is not None and complaint.submitted_at is not None:
            raise RuleBrokenError(Refusal.ALREADY_COMPLAINED)
        if complaint is None:
            complaint = Complaint(
                application_id=decision.application_id,
                decision_id=decision.id,
                organisation_id=organisation_id,
                wanted="",
                grounds="",
                late_because="",
                leave_reason="",
                begun_at=at,
                begun_by_id=by.id,
            )
            db.session.add(complaint)
            db.session.flush()  # the audit entry names it by id
            audit.record(
                "complaint.begun", subject=complaint.subject, by=by, at=at, decision=decision.id
            )
    return complaint


def save_complaint(
    complaint: Complaint, content: ComplaintContent, *, by: Person, at: datetime, auto: bool = False
) -> None:
    """Keep what is written so far; nothing need be whole before it is sent. `auto`: by the page itself.

    Raises RuleBrokenError: no party, sent already; StaleError when somebody else saved since.
    """
    with transaction():
        held = hold_draft(complaint, seen=content.seen)
        refuse_strangers(by, held.application, held.organisation_id)
        held.wanted, held.grounds = content.wanted, content.grounds
        held.late_because = content.late_because
        sittings.note_saved(
            held.application, "complaint.saved", subject=held.subject, by=by, at=at, auto=auto
        )


def attach_to_complaint(
    complaint: Complaint, upload: Upload, *, by: Person, at: datetime
) -> ComplaintFile:
    """Enclose a document. Raises RuleBrokenError: no party, sent already, too many, infected."""
    with transaction():
        held = hold_draft(complaint)
        refuse_strangers(by, held.application, held.organisation_id)
        if sum(one.removed_at is None for one in held.files) >= MOST_FILES:
            raise RuleBrokenError(Refusal.TOO_MANY_FILES, most=MOST_FILES)
        scans.watch(upload.stored, at)
        file = ComplaintFile(
            complaint_id=held.id,
            filename=upload.filename,
            media_type=upload.stored.media_type,
            size=upload.stored.size,
            sha256=upload.stored.sha256,
            uploaded_at=at,
            uploaded_by_id=by.id,
        )
        db.session.add(file)
        db.session.flush()  # the audit entry names it by id
        audit.record(
            "complaint.attached", subject=held.subject, by=by, at=at, file=file.id,
            sha256=file.sha256,
        )  # fmt: skip
    return file


def remove_from_complaint(
    complaint: Complaint, file_id: int, *, by: Person, at: datetime
) -> None:
    """Take a document out of a complaint that is not sent. Raises RuleBrokenError, NotFoundError."""
    with transaction():
        held = hold_draft(complaint)
        refuse_strangers(by, held.application, held.organisation_id)
        file = queries.file_of(held.id, file_id)
        file.removed_at, file.removed_by_id = at, by.id
        audit.record("complaint.file_removed", subject=held.subject, by=by, at=at, file=file.id)


def submit_complaint(complaint: Complaint, *, by: Person, at: datetime) -> Complaint:
    """Send a complaint: its time is judged by the moment it reached the server, and kept as counted.

    A late one is taken in with why it is late; the office decides whether it is taken up. Raises
    RuleBrokenError: nobody who can bind the party, sent already, something is not written.
    """
    with transaction():
        held = hold_draft(complaint)
        refuse_unsigned(by, held.application, held.organisation_id)
        decision = queries.decision_complained_of(held)
        deadline = deadline_of(decision, held.organisation_id)
        came = timeliness(deadline, _decided_on(decision), at)
        _refuse_unwritten(held, came)
        held.submitted_at, held.submitted_by_id = at, by.id
        held.came, held.last_day = came, deadline.last_day
        held.counting = counting_of(deadline)
        journal.note(
            held.application, AppealNote.SUBMITTED, by=by, at=at, public=True,
            complaint=held.id, organisation=held.organisation.name, came=came.value,
        )  # fmt: skip
        notices.tell_received(held, by, at)
        notices.tell_office(held.application, at)
    return held


def withdraw_complaint(complaint: Complaint, *, by: Person, at: datetime) -> None:
    """Take a complaint back: it is closed, and what it disputed waits no longer.

    Raises RuleBrokenError: nobody who can bind the party, not open.
    """
    with transaction():
        held = hold(complaint)
        refuse_unsigned(by, held.application, held.organisation_id)
        if not held.is_open:
            raise RuleBrokenError(Refusal.NOT_OPEN)
        held.withdrawn_at, held.withdrawn_by_id, held.closed_at = at, by.id, at
        journal.note(
            held.application, AppealNote.WITHDRAWN, by=by, at=at, public=True,
            complaint=held.id, organisation=held.organisation.name,
        )  # fmt: skip
        notices.tell_office(held.application, at)


def comment_on_statement(
    complaint: Complaint, *, comment: str, by: Person, at: datetime
) -> None:
    """Say what the party thinks of the statement to the appeal body, within the time for it.

    Raises RuleBrokenError: nobody of the party's, nothing to comment on, done already, too late.
    """
    with transaction():
        held = hold(complaint)
        refuse_strangers(by, held.application, held.organisation_id)
        forwarding = held.forwarding
        if forwarding is None or not held.is_open:
            raise RuleBrokenError(Refusal.NOT_FORWARDED)
        if forwarding.commented_at is not None:
            raise RuleBrokenError(Refusal.COMMENTED_ALREADY)
        if forwarding.sent_at is not None or at >= closing_moment(forwarding.comment_due_on):
            raise RuleBrokenError(Refusal.COMMENT_TOO_LATE)
        if not comment.strip():
            raise RuleBrokenError(Refusal.COMMENT_MISSING)
        forwarding.comment = comment.strip()
        forwarding.commented_at, forwarding.commented_by_id = at, by.id
        journal.note(
            held.application, AppealNote.COMMENTED, by=by, at=at, public=True,
            complaint=held.id, organisation=held.organisation.name,
        )  # fmt: skip
        notices.tell_office(held.application, at)


def _decided_on(decision: Decision) -> date:
    if decision.signed_at is None:
        raise RuleBrokenError(Refusal.NO_DECISION)
    return clock.in_oslo(decision.signed_at).date()


def _refuse_unwritten(complaint: Complaint, came: Timeliness) -> None:
    if not complaint.wanted.strip():
        raise RuleBrokenError(Refusal.WANTED_MISSING)
    if not complaint.grounds.strip():
        raise RuleBrokenError(Refusal.GROUNDS_MISSING)
    if came is not Timeliness.IN_TIME and not complaint.late_because.strip():
        raise RuleBrokenError(Refusal.LATE_BECAUSE_MISSING)
