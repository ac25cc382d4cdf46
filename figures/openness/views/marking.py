"""The journal of a case for the office: its lines, the documents behind them, and their marks."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments.queries import pass_gate
from figures.openness import queries, services
from figures.openness.forms import MarkForm
from figures.openness.given import document_behind
from figures.openness.views.blueprint import pages
from figures.openness.zipping import sent_as, zipped
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse


@pages.route("/saker/<int:application_id>/journal")
@requires(Permission.CASE_READ)
def case_journal(application_id: int) -> ResponseReturnValue:
    """List the documents of a case as the journal has them, with what the public does not read."""
    pass_gate(me(), application_id)
    return render_template(
        "openness/case_journal.html",
        application_id=application_id,
        lines=queries.lines_of(application_id),
        may_mark=is_allowed(Permission.DISCLOSURE_ANSWER),
    )


@pages.route("/saker/<int:application_id>/journal/<int:number>", methods=["GET", "POST"])
@requires(Permission.DISCLOSURE_ANSWER)
def mark(application_id: int, number: int) -> ResponseReturnValue:
    """Keep a document from the public by a paragraph, or find that it is open after all."""
    pass_gate(me(), application_id)
    line = queries.own_line(application_id, number)
    form = MarkForm()
    form.offer(queries.living_mark(line.id))
    if form.validate_on_submit():
        try:
            services.mark(
                line, ground=form.chosen, title=form.title.data or "",
                reason=form.reason.data or "", by=me(), at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.ground)
        else:
            flash(_("Merkingen er lagret."), "success")
            return redirect(url_for("openness.case_journal", application_id=application_id), 303)
    return render_template(
        "openness/mark.html", line=queries.public_line(line.id), form=form,
        marks=queries.marks_of(line.id),
    )  # fmt: skip


@pages.route("/saker/<int:application_id>/journal/<int:number>/dokument.zip")
@requires(Permission.CASE_READ)
def document(application_id: int, number: int) -> ResponseReturnValue:
    """Fetch the document behind a line."""
    pass_gate(me(), application_id)
    line = queries.own_line(application_id, number)
    paper = document_behind(line)
    if any(part.is_missing for part in paper.parts):
        raise NotFoundError
    return sent_as(f"dokument-{number}.zip", zipped(line.application, paper.title, [paper]))


@pages.route("/innsynskrav/journal", methods=["POST"])
@requires(Permission.DISCLOSURE_ANSWER)
def keep() -> ResponseReturnValue:
    """Keep the journal now, without waiting for the night."""
    added = services.keep_journal(by=me(), at=clock.now())
    flash(_("%(number)s dokumenter ble journalført.", number=added), "success")
    return redirect(url_for("openness.requests"), 303)
