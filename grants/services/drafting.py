"""Acts that begin a call, change its basics, and throw a draft away."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import update

from accounts import audit
from accounts.models import Organisation, OrganisationKind, Person
from criteria.allocation import Method
from criteria.eligibility import NEVER_LEADS
from foundation import words
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from foundation.money import Ore
from grants import cataloguing, making, queries
from grants.catalogue import CallSheet
from grants.editing import hold_draft, record_change
from grants.hearings.ending import refuse_to_discard
from grants.models import Call, EligibleKind, Measure, Scheme
from grants.periods import refuse_bad_period
from grants.words import CallRefusal


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTerms:
    """What differs from one call to the next. None keeps what the sheet says; the frame is in øre."""

    code: str
    opens_on: date
    closes_on: date
    frame: Ore
    first_year: int
    last_year: int
    title: Bilingual | None = None
    appeal_allowed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """A call's own texts, dates, money and years."""

    title: Bilingual
    purpose: Bilingual
    opens_on: date
    closes_on: date
    frame: Ore
    first_year: int
    last_year: int
    method: Method
    appeal_allowed: bool
    appeal_text: Bilingual


def draft_call(sheet: CallSheet, terms: CallTerms, *, by: Person, at: datetime) -> Call:
    """Begin a call from a sheet: every rule, question and criterion of it, with these terms.

    Only the administrator sees it before it is published. Raises RuleBrokenError(CallRefusal).
    """
    with transaction():
        scheme = queries.scheme()
        locked(scheme)
        if queries.call_by_code(terms.code) is not None:
            raise RuleBrokenError(CallRefusal.CODE_TAKEN, code=terms.code)
        refuse_bad_period(
            scheme, terms.opens_on, terms.closes_on, terms.first_year, terms.last_year
        )
        sheet = replace(sheet, questions=cataloguing.catalogued(sheet.questions, by=by, at=at))
        call = Call(
            scheme=scheme,
            measure=_measure(scheme, sheet.measure_code),
            budget_post=queries.post(sheet.chapter, sheet.post),
            regulation=queries.regulation_on(scheme.id, terms.opens_on),
            code=terms.code,
            title=terms.title or sheet.title,
            purpose=sheet.purpose,
            applicants=sheet.applicants,
            opens_on=terms.opens_on,
            closes_on=terms.closes_on,
            frame=terms.frame,
            first_year=terms.first_year,
            last_year=terms.last_year,
            method=sheet.method,
            appeal_allowed=(
                sheet.appeal_allowed if terms.appeal_allowed is None else terms.appeal_allowed
            ),
            appeal_text=sheet.appeal_text,
            created_at=at,
            created_by_id=by.id,
            **making.parts(sheet),
        )
        db.session.add(call)
        db.session.flush()  # the entry's subject is the new id
        audit.record("call.drafted", subject=f"call:{call.id}", by=by, at=at, code=call.code)
    return call


def change_basics(call: Call, basics: Basics, *, by: Person, at: datetime) -> None:
    """Change a draft's texts, dates, frame and years. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        refuse_bad_period(
            call.scheme, basics.opens_on, basics.closes_on, basics.first_year, basics.last_year
        )
        _refuse_the_rounds(call, basics)
        call.title = basics.title
        call.purpose = basics.purpose
        call.opens_on = basics.opens_on
        call.closes_on = basics.closes_on
        call.frame = basics.frame
        call.first_year = basics.first_year
        call.last_year = basics.last_year
        call.method = basics.method
        call.appeal_allowed = basics.appeal_allowed
        call.appeal_text = basics.appeal_text
        record_change(call, "call.basics_changed", by=by, at=at)


def change_applicants(
    call: Call,
    text: Bilingual,
    *,
    leads: frozenset[OrganisationKind],
    partners: frozenset[OrganisationKind],
    only_lead: Organisation | None = None,
    by: Person,
    at: datetime,
) -> None:
    """Say which kinds of organisation may lead and which may take part, and tell it in words.

    Whoever may lead may also take part. A call for one named organisation has it as `only_lead`: then
    nobody else leads. A helseforetak never does. Raises RuleBrokenError(CallRefusal), StaleError.
    """
    with transaction():
        hold_draft(call)
        _refuse_never_leading(leads, only_lead)
        _refuse_gone(only_lead, call.opens_on)
        call.applicants = text
        call.only_lead, call.only_lead_id = only_lead, only_lead.id if only_lead else None
        kept = {kind.kind: kind for kind in call.kinds}
        wanted = [kind for kind in OrganisationKind if kind in leads | partners]
        call.kinds = [kept.get(kind, EligibleKind(kind=kind)) for kind in wanted]
        for kind in call.kinds:
            kind.may_lead = kind.kind in leads
        named = {} if only_lead is None else {"only_lead": only_lead.id}
        record_change(call, "call.applicants_changed", by=by, at=at, **named)


def discard_draft(call: Call, *, by: Person, at: datetime) -> None:
    """Throw a draft away with all its rows. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        refuse_to_discard(call)
        audit.record("call.discarded", subject=f"call:{call.id}", by=by, at=at, code=call.code)
        db.session.execute(
            update(Call).where(Call.copied_from_id == call.id).values(copied_from_id=None)
        )
        db.session.delete(call)


def _measure(scheme: Scheme, code: str) -> Measure:
    found = next((one for one in scheme.measures if one.code == code), None)
    if found is None:
        raise RuleBrokenError(CallRefusal.NO_SUCH_MEASURE, code=code)
    return found


def _refuse_never_leading(
    leads: frozenset[OrganisationKind], only_lead: Organisation | None
) -> None:
    wanted = [*sorted(leads), *([only_lead.kind] if only_lead else [])]
    barred = next((kind for kind in wanted if kind in NEVER_LEADS), None)
    if barred is not None:
        raise RuleBrokenError(CallRefusal.NEVER_LEADS, name=words.say(barred))


def _refuse_gone(only_lead: Organisation | None, on: date) -> None:
    if only_lead is not None and only_lead.valid_to is not None and only_lead.valid_to < on:
        raise RuleBrokenError(CallRefusal.NAMED_IS_GONE, name=only_lead.name)


def _refuse_the_rounds(call: Call, basics: Basics) -> None:
    """Refuse to let an edition differ from its round in what all its applications have in common."""
    now = (call.opens_on, call.closes_on, call.frame, call.first_year, call.method)
    wanted = (basics.opens_on, basics.closes_on, basics.frame, basics.first_year, basics.method)
    if call.first_id is not None and now != wanted:
        raise RuleBrokenError(CallRefusal.BELONGS_TO_ROUND)
