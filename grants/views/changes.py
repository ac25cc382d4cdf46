"""Pages that show what differs: a draft beside what it was copied from, an edition beside the one before."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from accounts.permissions import Permission, public, requires
from foundation.errors import NotFoundError
from grants import queries, rounds
from grants.changes import difference, snapshot_of
from grants.models import Call
from grants.shown.differences import PartShown, show_differences
from grants.views.blueprint import pages


@pages.route("/forvaltning/utlysninger/<int:call_id>/endringer")
@requires(Permission.CALL_MANAGE)
def changes(call_id: int) -> ResponseReturnValue:
    """Show what differs between a call and its origin, or another call of the same measure."""
    call = queries.call(call_id)
    others = [one for one in queries.calls_of_measure(call.measure) if one.id != call.id]
    chosen = request.args.get("med", type=int) or call.copied_from_id
    other = next((one for one in others if one.id == chosen), None)
    if chosen is not None and other is None:
        raise NotFoundError
    return render_template(
        "grants/changes.html",
        call=call,
        other=other,
        others=others,
        parts=between(queries.call(other.id), call) if other else None,
    )


@pages.route("/utlysninger/<int:call_id>/versjon/<int:number>/endringer")
@public
def edition_changes(call_id: int, number: int) -> ResponseReturnValue:
    """Show everybody what a new edition of a call changed."""
    call = rounds.published_edition(call_id, number)
    if call.first_id is None:
        raise NotFoundError
    before = rounds.published_edition(call_id, number - 1)
    return render_template(
        "grants/edition_changes.html", call=call, before=before, parts=between(before, call)
    )


def between(before: Call, after: Call) -> list[PartShown]:
    """Show what differs between two calls; needs both whole."""
    return show_differences(difference(snapshot_of(before), snapshot_of(after)))
