"""The public journal: read by anybody, taken out as a file, and the way to ask for a document."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import public
from figures.openness import queries, services
from figures.openness.forms import AskForm, JournalFilterForm
from figures.openness.tables import as_csv
from figures.openness.views.blueprint import pages
from figures.public.keeping import kept
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.visitor import visitor
from foundation.wording import format_day


@pages.route("/offentlig-journal")
@public
@kept
def journal() -> ResponseReturnValue:
    """Read the journal, newest first."""
    form = _filter()
    page = queries.journal_page(
        form.chosen(), after=request.args.get("after"), before=request.args.get("before")
    )
    return render_template("openness/journal.html", filters=form, page=page)


@pages.route("/offentlig-journal.csv")
@public
def journal_table() -> ResponseReturnValue:
    """Take out what the same choice shows, all of it, as a table."""
    answer = Response(as_csv(_filter().chosen()), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = "attachment; filename=offentlig-journal.csv"
    return answer


@pages.route("/offentlig-journal/<int:line_id>/innsyn", methods=["GET", "POST"])
@public
def ask(line_id: int) -> ResponseReturnValue:
    """Ask for a document of the journal."""
    shown = queries.public_line(line_id)
    form = AskForm()
    if form.validate_on_submit():
        try:
            asked = services.ask_for_document(
                queries.line(line_id), name=form.name.data or "", email=form.email.data or "",
                said=form.said.data or "", by=me() if visitor() else None, at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.email)
        else:
            day = format_day(asked.due_on)
            flash(_("Vi har mottatt innsynskravet, og svarer innen %(day)s.", day=day), "success")
            return redirect(url_for("openness.journal"), 303)
    return render_template("openness/ask.html", line=shown, form=form)


def _filter() -> JournalFilterForm:
    form = JournalFilterForm()
    form.offer()
    form.validate()
    return form
