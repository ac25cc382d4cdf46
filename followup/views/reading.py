"""The project's side: what it owes, and its reports."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from followup import queries, services
from followup.benefits.queries import has_handovers
from followup.reading import report_view
from followup.states import FINISHED
from followup.views.blueprint import pages
from followup.views.opening import opened_outside
from foundation import clock, words
from foundation.errors import RuleBrokenError


@pages.route("/rapporter")
@requires(Permission.REPORT_WRITE)
def duties() -> ResponseReturnValue:
    """List what the reader's projects owe, the first due first, and below it what is finished."""
    found = queries.duties_of(me(), clock.today())
    return render_template(
        "followup/duties.html",
        rows=[one for one in found if one.state not in FINISHED],
        finished=[one for one in found if one.state in FINISHED],
        handed=has_handovers(me()),
    )


@pages.route("/rapporter/plikt/<int:duty_id>", methods=["POST"])
@requires(Permission.REPORT_WRITE)
def begin(duty_id: int) -> ResponseReturnValue:
    """Begin a report, or go on with the draft that is there."""
    try:
        report = services.begin_report(queries.duty_of(me(), duty_id), by=me(), at=arrived())
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "warning")
        return redirect(url_for("followup.duties"), 303)
    return redirect(url_for("followup.write", report_id=report.id), 303)


@pages.route("/rapporter/<int:report_id>")
@requires(Permission.REPORT_WRITE)
def show(report_id: int) -> ResponseReturnValue:
    """Show a report that is sent, with the office's answer; a draft is gone on with."""
    found = opened_outside(report_id)
    if found.report.submitted_at is None:
        return redirect(url_for("followup.write", report_id=report_id))
    return render_template(
        "followup/show.html",
        view=report_view(found.report, found.application),
        is_leads=found.is_leads,
        is_newest=queries.is_newest(found.report),
    )
