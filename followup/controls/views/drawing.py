"""Samples: what risk is worth, drawing, and what was drawn."""

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments.queries import closed_to
from followup.controls import population, queries, services, sheet, words
from followup.controls.forms import DrawForm, risk_form
from followup.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import done, refuse
from grants import queries as grants
from grants import rounds

__all__ = ["words"]


@pages.route("/kontroll")
@requires(Permission.CONTROL_READ)
def samples() -> ResponseReturnValue:
    """List the samples, with what each covers."""
    return render_template(
        "followup/controls/samples.html",
        rows=queries.samples(),
        may_keep=is_allowed(Permission.CONTROL_KEEP),
    )


@pages.route("/kontroll/risiko", methods=["GET", "POST"])
@requires(Permission.CONTROL_READ)
def risk_points() -> ResponseReturnValue:
    """Show what each sign of risk is worth; a controller changes it."""
    scheme = grants.scheme()
    form, may = risk_form(queries.risk_terms(scheme.id)), is_allowed(Permission.CONTROL_KEEP)

    def act() -> None:
        services.set_risk_points(scheme, form.terms(), by=me(), at=clock.now())

    if may and form.validate_on_submit() and done(form, act):
        flash(_("Poengene er lagret. De gjelder neste gang det trekkes."), "success")
        return redirect(url_for("followup.samples"), 303)
    return render_template("followup/controls/points.html", form=form, may_keep=may)


@pages.route("/kontroll/trekk", methods=["GET", "POST"])
@requires(Permission.CONTROL_KEEP)
def draw() -> ResponseReturnValue:
    """Draw a sample of a round by a published seed."""
    form = DrawForm()
    form.offer(population.drawable())
    if form.validate_on_submit():
        try:
            made = services.draw_sample(
                rounds.first(int(form.call.data)), seed=form.seed.data or "",
                seed_source=form.seed_source.data or "", size=form.size.data or 0,
                by=me(), at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.size)
        else:
            flash(_("Utvalget er trukket."), "success")
            return redirect(url_for("followup.sample", sample_id=made.id), 303)
    return render_template("followup/controls/draw.html", form=form)


@pages.route("/kontroll/utvalg/<int:sample_id>")
@requires(Permission.CONTROL_READ)
def sample(sample_id: int) -> ResponseReturnValue:
    """Show a sample: who was drawn and why, who could have been, and how to draw it again."""
    view = queries.sample(sample_id)
    cases = {one.application_id for one in view.sample.cases}
    return render_template(
        "followup/controls/sample.html", view=view, closed=closed_to(me(), cases)
    )


@pages.route("/kontroll/utvalg/<int:sample_id>.csv")
@requires(Permission.CONTROL_READ)
def sample_table(sample_id: int) -> ResponseReturnValue:
    """Take a sample out as a table."""
    body = sheet.as_csv(queries.sample(sample_id))
    return _file(body, "text/csv; charset=utf-8", f"utvalg-{sample_id}.csv")


@pages.route("/kontroll/utvalg/<int:sample_id>.json")
@requires(Permission.CONTROL_READ)
def sample_data(sample_id: int) -> ResponseReturnValue:
    """Take out all it takes to draw a sample again."""
    body = sheet.as_json(queries.sample(sample_id)).encode()
    return _file(body, "application/json", f"utvalg-{sample_id}.json")


def _file(body: bytes, content_type: str, name: str) -> Response:
    answer = Response(body, content_type=content_type)
    answer.headers["Content-Disposition"] = f"attachment; filename={name}"
    return answer
