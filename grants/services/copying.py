"""Acts that begin a call from another: next year's, or a new edition of a published one."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from grants import copying, queries, rounds
from grants.models import Call
from grants.periods import refuse_bad_period
from grants.services.drafting import CallTerms
from grants.states import state_of
from grants.words import CallRefusal, CallState

LIVING = (CallState.COMING, CallState.OPEN)
"""Where a round stands while applications of it can still come in."""


def copy_call(origin: Call, terms: CallTerms, *, by: Person, at: datetime) -> Call:
    """Begin a call as a copy of another, published or not: all its parts, with terms of its own.

    It remembers what it was copied from. Raises RuleBrokenError(CallRefusal).
    """
    with transaction():
        scheme = locked(queries.scheme())
        if queries.call_by_code(terms.code) is not None:
            raise RuleBrokenError(CallRefusal.CODE_TAKEN, code=terms.code)
        refuse_bad_period(
            scheme, terms.opens_on, terms.closes_on, terms.first_year, terms.last_year
        )
        whole = queries.call(origin.id)
        call = _copy(whole, by, at)
        call.code, call.edition = terms.code, 1
        call.regulation_id = queries.regulation_on(scheme.id, terms.opens_on).id
        call.title = terms.title or whole.title
        call.opens_on, call.closes_on = terms.opens_on, terms.closes_on
        call.first_year, call.last_year = terms.first_year, terms.last_year
        call.frame = terms.frame
        _keep(call, "call.copied", by, at)
    return call


def begin_edition(call: Call, *, by: Person, at: datetime) -> Call:
    """Begin to change a published call: a draft of its next edition, which only administrators see.

    There is one draft of a round at a time, and only while applications can still come in. Raises
    RuleBrokenError(CallRefusal), and NotFoundError before the round is published.
    """
    with transaction():
        rounds.hold(call.round_id)
        whole = rounds.newest(call.id)
        if state_of(whole, at) not in LIVING:
            raise RuleBrokenError(CallRefusal.ROUND_IS_OVER)
        if rounds.draft_edition(whole.round_id) is not None:
            raise RuleBrokenError(CallRefusal.EDITION_BEGUN)
        draft = _copy(whole, by, at)
        draft.edition = whole.edition + 1
        draft.first_id = whole.round_id
        _keep(draft, "call.edition_begun", by, at)
    return draft


def _copy(whole: Call, by: Person, at: datetime) -> Call:
    call = copying.copy_of(whole)
    call.copied_from_id = whole.id
    call.created_at, call.created_by_id = at, by.id
    return call


def _keep(call: Call, act: str, by: Person, at: datetime) -> None:
    db.session.add(call)
    db.session.flush()  # the entry's subject is the new id
    audit.record(
        act, subject=f"call:{call.id}", by=by, at=at,
        code=call.code, edition=call.edition, copied_from=call.copied_from_id,
    )  # fmt: skip
