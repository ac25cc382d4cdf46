"""The office's pages of changes: those that await an answer, and answering one."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from followup.changing import queries, services, words
from followup.changing.forms import DecideForm
from followup.changing.sentences import told
from followup.changing.shown import told_rules
from followup.changing.views.opening import opened_by_the_office
from followup.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse


@pages.route("/endringer/til-behandling")
@requires(Permission.CASE_READ)
def changes_to_decide() -> ResponseReturnValue:
    """List the changes that await an answer, the oldest first."""
    return render_template("followup/changing/to_decide.html", rows=queries.changes_to_decide())


@pages.route("/endringer/til-behandling/<int:change_id>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def decide_change(change_id: int) -> ResponseReturnValue:
    """Show a change with its confirmations and the rules it breaks; an officer answers it."""
    found = opened_by_the_office(change_id)
    may = is_allowed(Permission.REPORT_REVIEW) and found.request.awaits_answer
    form = DecideForm()
    if may and form.validate_on_submit():
        approved = request.form.get("decision") == "approve"
        try:
            services.decide_change(
                found.request, approved=approved, answer=form.answer.data or "",
                by=me(), at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.answer)
        else:
            flash(
                _("Endringen er godkjent, og brevene lages nå.")
                if approved
                else _("Endringen er ikke godkjent, og brevene lages nå."),
                "success",
            )
            return redirect(url_for("followup.changes_to_decide"), 303)
    return render_template(
        "followup/changing/decide.html",
        found=found,
        state=words.state_of(found.request),
        sentences=told(found),
        rules=told_rules(found),
        form=form,
        may_decide=may,
    )
