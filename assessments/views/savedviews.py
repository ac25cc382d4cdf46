"""Saved views of the list of cases: keeping a choice, calling it something, sharing it, opening with it."""

from urllib.parse import parse_qsl

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from assessments.forms import ViewForm
from assessments.lists import services
from assessments.lists.chips import chips
from assessments.lists.choice import Choice, only_known, read
from assessments.lists.kept import own_and_shared, view_of, views_of
from assessments.lists.offered import offered
from assessments.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse


@pages.route("/saker/visninger", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def views() -> ResponseReturnValue:
    """Show the person's views and those that others share, and keep a new one."""
    form = ViewForm()
    if request.method == "GET":
        form.query.data = only_known(request.args.items())
    if form.validate_on_submit():
        query = _choice(form.query.data).query
        try:
            services.save_view(
                name=form.name.data or "", query=query, shared=form.shared.data, by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error, form.name)
        else:
            flash(_("Visningen er lagret."), "success")
            return redirect(f"{url_for('assessments.cases')}?{query or 'whose=all'}", 303)
    choice = _choice(form.query.data)
    return render_template(
        "assessments/views.html",
        form=form,
        choice=choice,
        chips=chips(choice, offered),
        shown=own_and_shared(me()),
        opening=next((one.id for one in views_of(me()) if one.opens), None),
        mine=me().id,
    )


@pages.route("/saker/visninger/<int:view_id>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def view(view_id: int) -> ResponseReturnValue:
    """Call a view something else, and share it or not."""
    found = view_of(me(), view_id, own=True)
    form = ViewForm(name=found.name, shared=found.shared_at is not None)
    if form.validate_on_submit():
        try:
            services.change_view(
                found, name=form.name.data or "", shared=form.shared.data, by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error, form.name)
        else:
            flash(_("Visningen er endret."), "success")
            return redirect(url_for("assessments.views"), 303)
    return render_template("assessments/view.html", form=form, view=found)


@pages.route("/saker/visninger/<int:view_id>/slett", methods=["POST"])
@requires(Permission.CASE_READ)
def delete_view(view_id: int) -> ResponseReturnValue:
    """Let go of a view."""
    services.delete_view(view_of(me(), view_id, own=True), by=me(), at=clock.now())
    flash(_("Visningen er slettet."), "success")
    return redirect(url_for("assessments.views"), 303)


@pages.route("/saker/visninger/<int:view_id>/apne", methods=["POST"])
@requires(Permission.CASE_READ)
def open_view(view_id: int) -> ResponseReturnValue:
    """Let the list open with a view, or no longer."""
    found = view_of(me(), view_id, own=False)
    services.open_with(None if "stop" in request.form else found, by=me(), at=clock.now())
    return redirect(url_for("assessments.views"), 303)


def _choice(query: str | None) -> Choice:
    """Read what is to be kept. Raises NotFoundError for what no list has shown."""
    try:
        return read(dict(parse_qsl(query or "")))
    except ValueError as error:
        raise NotFoundError from error
