"""The rounds, and one of them: every decision with what stands in its way, and the money."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from decisions import queries
from decisions.overview import dates_of, round_view
from decisions.views.blueprint import pages
from foundation import clock


@pages.route("/vedtak")
@requires(Permission.DECISION_READ)
def rounds() -> ResponseReturnValue:
    """List the calls that have something to decide, or have decided it."""
    return render_template("decisions/rounds.html", rounds=queries.rounds())


@pages.route("/vedtak/<int:call_id>")
@requires(Permission.DECISION_READ)
def round_of(call_id: int) -> ResponseReturnValue:
    """Show a round whole, with what the reader can do next."""
    view = round_view(call_id, me(), clock.now())
    return render_template(
        "decisions/round.html",
        round=view,
        misdated=any(day != clock.today() for day in dates_of(view.unpublished)),
    )
