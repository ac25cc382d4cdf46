"""The kommune's acts on its account of experience."""

from datetime import datetime

from sqlalchemy.orm.attributes import flag_modified

from accounts import audit
from accounts.models import Person
from applications import journal
from criteria.duties import DutyKind
from criteria.experience import gaps
from followup.experience.content import ExperienceContent, facts_of
from followup.experience.holding import hold_draft, hold_for_lead, newest
from followup.experience.models import Experience, ExperienceDocument, ExperienceTag, TagKind
from followup.experience.notes import ExperienceNote
from followup.experience.refusals import Refusal
from followup.holding import hold_case
from followup.met import meet
from foundation import scans
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.files import Stored


def save_experience(
    application_id: int, content: ExperienceContent, *, by: Person, at: datetime
) -> Experience:
    """Keep what is written so far; what was answered before stands, and a new number is begun.

    A new number begins with the documents of the last. Raises RuleBrokenError: not the lead's, no duty to
    tell, the office has it; StaleError when somebody else saved since.
    """
    with transaction():
        hold_for_lead(application_id, by)
        last = newest(application_id)
        if last is None or last.answered_at is not None:
            draft = _begin(application_id, last, at)
        elif last.sent_at is not None:
            raise RuleBrokenError(Refusal.WITH_THE_OFFICE)
        elif last.version != content.seen:
            raise StaleError
        else:
            draft = last
        _write(draft, content)
        db.session.flush()  # the audit entry names it by its id
        audit.record("experience.saved", subject=draft.subject, by=by, at=at)
    return draft


def add_document(
    application_id: int, stored: Stored, *, filename: str, by: Person, at: datetime
) -> ExperienceDocument:
    """Add a document that others can use. Raises RuleBrokenError: not the lead's, nothing is begun."""
    with transaction():
        draft = hold_draft(application_id, by)
        scans.watch(stored, at)
        made = ExperienceDocument(
            experience_id=draft.id,
            filename=filename,
            sha256=stored.sha256,
            size=stored.size,
            added_at=at,
        )
        db.session.add(made)
        audit.record(
            "experience.document_added", subject=draft.subject, by=by, at=at, sha256=stored.sha256
        )
    return made


def remove_document(application_id: int, document_id: int, *, by: Person, at: datetime) -> None:
    """Take a document out of what is being written. Raises RuleBrokenError, NotFoundError."""
    with transaction():
        draft = hold_draft(application_id, by)
        found = next((one for one in draft.documents if one.id == document_id), None)
        if found is None:
            raise NotFoundError
        db.session.delete(found)
        audit.record(
            "experience.document_removed", subject=draft.subject, by=by, at=at, sha256=found.sha256
        )


def send_experience(application_id: int, *, by: Person, at: datetime) -> Experience:
    """Send an account that lacks nothing; with that the duty to tell is met.

    Raises RuleBrokenError: not the lead's, nothing is being written, something is missing.
    """
    with transaction():
        draft = hold_draft(application_id, by)
        case = hold_case(application_id)
        lacks = gaps(facts_of(draft))
        if lacks:
            raise RuleBrokenError(Refusal.INCOMPLETE, number=len(lacks))
        draft.sent_at, draft.sent_by_id = at, by.id
        journal.note(
            case, ExperienceNote.SENT.value, by=by, at=at, public=True, experience=draft.id
        )
        meet(case, DutyKind.EXPERIENCE, None, how=draft.title, by=by, at=at)
    return draft


def _begin(application_id: int, last: Experience | None, at: datetime) -> Experience:
    draft = Experience(
        application_id=application_id, number=last.number + 1 if last else 1, started_at=at, tags=[]
    )
    draft.documents = [
        ExperienceDocument(
            filename=one.filename, sha256=one.sha256, size=one.size, added_at=one.added_at
        )
        for one in (last.documents if last else ())
    ]
    db.session.add(draft)
    return draft


def _write(draft: Experience, content: ExperienceContent) -> None:
    draft.title, draft.done = content.title, content.done
    draft.worked, draft.failed = content.worked, content.failed
    draft.contact_name, draft.contact_email = content.contact_name, content.contact_email
    wanted = {
        *((TagKind.SUBJECT, one.value) for one in content.subjects),
        *((TagKind.STANDARD, one) for one in content.standards),
    }
    kept = [one for one in draft.tags if (one.kind, one.code) in wanted]
    new = wanted - {(one.kind, one.code) for one in kept}
    flag_modified(draft, "title")  # a new version also when only its tags changed
    draft.tags = [*kept, *(ExperienceTag(kind=kind, code=code) for kind, code in sorted(new))]
