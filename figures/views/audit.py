"""Where an auditor reads the audit trail, and has everything checked."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from figures import services, trail
from figures.forms import TrailFilter as TrailForm
from figures.inspected import told
from figures.queries import inspections
from figures.queries.trail import TrailFilter, trail_page
from figures.views.blueprint import pages
from foundation import clock


@pages.route("/revisjon")
@requires(Permission.AUDIT_READ)
def audit_trail() -> ResponseReturnValue:
    """Read what was done, by whom and when, newest first."""
    form = TrailForm()
    form.validate()
    page = trail_page(
        TrailFilter(
            subject=form.subject.data or "",
            act=form.act.data or "",
            person=form.person.data or "",
            first_day=form.first_day.data,
            last_day=form.last_day.data,
        ),
        after=request.args.get("after", type=int),
        before=request.args.get("before", type=int),
    )
    last = inspections.last_inspection()
    return render_template(
        "figures/trail.html", filters=form, page=page, lines=trail.lines(page.rows),
        last=told(last) if last else None,
    )  # fmt: skip


@pages.route("/revisjon/kontroll", methods=["POST"])
@requires(Permission.AUDIT_READ)
def inspect() -> ResponseReturnValue:
    """Have everything checked; the next page follows the work."""
    inspection = services.ask_for_inspection(by=me(), at=clock.now())
    flash(_("Kontrollen er satt i gang."), "info")
    return redirect(url_for("figures.inspection", inspection_id=inspection.id), 303)


@pages.route("/revisjon/kontroll/<int:inspection_id>")
@requires(Permission.AUDIT_READ)
def inspection(inspection_id: int) -> ResponseReturnValue:
    """Follow a run of the checks, and read what it found."""
    run = told(inspections.inspection(inspection_id))
    return render_template("figures/inspection.html", run=run)
