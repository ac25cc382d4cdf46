"""By when the marks of each round should be finished: seen by all officers, set by one of them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from assessments.forms import MarkingDateForm
from assessments.lists import services
from assessments.lists.marking_dates import marking_dates, rounds_with_dates
from assessments.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse


@pages.route("/saker/vurderingsfrister")
@requires(Permission.CASE_ASSIGN)
def rounds_to_mark() -> ResponseReturnValue:
    """List the rounds with the date that holds for each."""
    return render_template("assessments/marking_dates.html", rounds=rounds_with_dates())


@pages.route("/saker/vurderingsfrister/<int:call_id>", methods=["GET", "POST"])
@requires(Permission.CASE_ASSIGN)
def marking_date(call_id: int) -> ResponseReturnValue:
    """Set by when the marks of a round should be finished, and show what it was before."""
    call = next((one for one, _date in rounds_with_dates() if one.id == call_id), None)
    if call is None:
        raise NotFoundError
    form = MarkingDateForm()
    if form.validate_on_submit() and form.due_on.data is not None:
        try:
            services.set_marking_date(call, due_on=form.due_on.data, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error, form.due_on)
        else:
            flash(_("Fristen er satt."), "success")
            return redirect(url_for("assessments.rounds_to_mark"), 303)
    return render_template(
        "assessments/marking_date.html", form=form, call=call, dates=marking_dates(call_id)
    )
