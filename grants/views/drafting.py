"""What the pages that change a draft share."""

from collections.abc import Callable

from flask import url_for

from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from grants import queries
from grants.forms.draft import VersionedForm
from grants.models import Call
from grants.views.listparts import LIST_PARTS
from grants.words import CallPart, CallRefusal


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
        refuse(form, error)
        return False
    return True


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
        del found[CallPart.CRITERIA]
    return found
