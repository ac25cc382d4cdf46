"""Pages that everybody can read: the calls, each call whole, and the scheme."""

from collections.abc import Mapping

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.permissions import public
from foundation import clock
from grants import queries, shown, states
from grants.models import Call
from grants.views.blueprint import pages
from grants.words import CallState


@pages.route("/utlysninger")
@public
def public_calls() -> ResponseReturnValue:
    """List the calls: open now, opening later, closed."""
    return render_template("grants/public_calls.html", **_sorted_calls())


@pages.route("/utlysninger/<int:call_id>")
@public
def public_call(call_id: int) -> ResponseReturnValue:
    """Show all that a call asks and promises, before anybody signs in."""
    call = queries.published_call(call_id)
    return render_template(
        "grants/public_call.html",
        call=call,
        shown=shown.show_call(call, clock.now()),
        contact=call.scheme.contact,
    )


@pages.route("/ordningen")
@public
def scheme() -> ResponseReturnValue:
    """Show the scheme: purpose, goals, measures, ambition levels side by side, and its money."""
    found = queries.scheme()
    return render_template(
        "grants/scheme.html",
        scheme=found,
        level=queries.level_of(found),
        levels=shown.show_levels(found),
        money=shown.show_money(found),
    )


def _sorted_calls() -> Mapping[str, list[Call]]:
    at = clock.now()
    found = queries.published_calls(clock.today())
    by_state: dict[CallState, list[Call]] = {state: [] for state in CallState}
    for call in found:
        by_state[states.state_of(call, at)].append(call)
    return {
        "open_calls": by_state[CallState.OPEN],
        "coming_calls": by_state[CallState.COMING],
        "closed_calls": by_state[CallState.CLOSED],
    }
