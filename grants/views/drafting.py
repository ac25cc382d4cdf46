"""What the pages that change a draft share."""

from collections.abc import Callable

from flask import url_for
from wtforms import Field

from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from grants import queries
from grants.forms.draft import VersionedForm
from grants.models import Call
from grants.views.listparts import LIST_PARTS, OF_THE_ROUND
from grants.words import CallPart, CallRefusal

_ABOUT: dict[CallRefusal, str] = {
    CallRefusal.CLOSES_BEFORE_OPENING: "closes_on",
    CallRefusal.YEARS_BACKWARDS: "last_year",
    CallRefusal.YEARS_OUTSIDE_PERIOD: "last_year",
    CallRefusal.VALUE_NOT_A_NUMBER: "value",
    CallRefusal.VALUE_NOT_A_PERCENT: "value",
    CallRefusal.VALUE_TOO_LARGE: "value",
    CallRefusal.VALUE_TOO_LONG: "value",
    CallRefusal.BOUND_TAKEN: "group",
    CallRefusal.BOUND_LIMITS_NOTHING: "least_cases",
    CallRefusal.VALUE_UNKNOWN: "value",
    CallRefusal.SMALLEST_ABOVE_LARGEST: "value",
    CallRefusal.CHOICE_WITHOUT_NOTE: "note_nb",
    CallRefusal.NEVER_LEADS: "only_lead",
    CallRefusal.NAMED_IS_GONE: "only_lead",
}
"""The field where what a rule refuses is put right."""


def draft_of(call_id: int) -> Call:
    """Find a call that can still change. Raises NotFoundError; a published one refuses with its reason."""
    call = queries.call(call_id)
    if call.published_at is not None:
        raise RuleBrokenError(CallRefusal.ALREADY_PUBLISHED)
    return call


def saved(form: VersionedForm, call: Call, act: Callable[[], object]) -> bool:
    """Do an act on a draft with what a valid form says.

    A rule that refuses is told on the form, and what was typed stays. Raises StaleError when the call
    changed after the page was opened.
    """
    if not form.validate_on_submit():
        return False
    form.refuse_stale(call)
    try:
        act()
    except RuleBrokenError as error:
        refuse(form, error, on=_field_of(form, error))
        return False
    return True


def _field_of(form: VersionedForm, error: RuleBrokenError) -> Field | None:
    """Give the field that a refusal is about, where the form has it; None is the whole form."""
    names = [name for reason, name in _ABOUT.items() if reason is error.reason]
    return next((field for field in form if field.name in names), None)


def addresses_of(call: Call) -> dict[CallPart, str]:
    """Give the page where each part of a draft is changed; what is the round's is not changed."""
    single = {
        CallPart.BASICS: "grants.basics",
        CallPart.APPLICANTS: "grants.applicants",
        CallPart.RULES: "grants.rules",
    }
    lists = {part.part: slug for slug, part in LIST_PARTS.items()}
    found = {part: url_for(endpoint, call_id=call.id) for part, endpoint in single.items()} | {
        part: url_for("grants.list_rows", call_id=call.id, slug=slug)
        for part, slug in lists.items()
    }
    if call.first_id is not None:
        for one in OF_THE_ROUND:
            del found[one.part]
    return found
