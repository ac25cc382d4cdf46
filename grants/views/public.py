"""Pages that everybody can read: the calls, each call whole, and the scheme."""

from collections.abc import Mapping

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from accounts.identity import is_allowed
from accounts.permissions import Permission, public
from foundation import clock
from foundation.pages import NavItem, register_navigation
from foundation.revalidation import revalidated
from foundation.visitor import visitor
from grants import printing, queries, rounds, shown, states
from grants.hearings.queries import hearing_of
from grants.models import Call
from grants.views.blueprint import pages
from grants.words import CallState

register_navigation(NavItem("grants.public_calls", _l("Utlysninger"), None, 10))
register_navigation(NavItem("grants.scheme", _l("Ordningen"), None, 20))


@pages.route("/utlysninger")
@public
@revalidated
def public_calls() -> ResponseReturnValue:
    """List the calls: open now, opening later, closed."""
    return render_template("grants/public_calls.html", **_sorted_calls())


@pages.route("/utlysninger/<int:call_id>")
@public
@revalidated
def public_call(call_id: int) -> ResponseReturnValue:
    """Show all that a round asks and promises now, before anybody signs in."""
    return _show(rounds.newest(call_id))


@pages.route("/utlysninger/<int:call_id>/versjon/<int:number>")
@public
@revalidated
def public_edition(call_id: int, number: int) -> ResponseReturnValue:
    """Show one edition of a call: what applications that were begun under it follow."""
    return _show(rounds.published_edition(call_id, number))


@pages.route("/ordningen")
@public
@revalidated
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


def _show(call: Call) -> ResponseReturnValue:
    found = shown.show_call(call, clock.now())
    editions = rounds.editions(call.round_id)
    superseded = editions[0].id != call.id
    return render_template(
        "grants/public_call.html",
        call=call,
        shown=found,
        contact=call.scheme.contact,
        attachment_limits=printing.attachment_limits(),
        announcements=rounds.announcements(call.round_id),
        editions=editions,
        heard=hearing_of(call.round_id),
        superseded=superseded,
        may_start=found.state is CallState.OPEN and not superseded and _may_apply(),
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
        "withdrawn_calls": by_state[CallState.WITHDRAWN],
    }


def _may_apply() -> bool:
    """Tell whether to offer an application: to applicants, and to strangers, who then sign in."""
    return visitor() is None or is_allowed(Permission.APPLICATION_EDIT)
