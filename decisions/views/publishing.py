"""The letters of a round on their way, and its publication."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.identity import me
from accounts.permissions import Permission, requires
from decisions import queries, services
from decisions.forms import DateForm
from decisions.overview import dates_of, round_view
from decisions.queries.readiness import failed_in
from decisions.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse


@pages.route("/vedtak/<int:call_id>/brev")
@requires(Permission.DECISION_READ)
def documents(call_id: int) -> ResponseReturnValue:
    """Follow the letters as they are made: what failed, what date they bear, what can be published."""
    view = round_view(call_id, me())
    return render_template(
        "decisions/documents.html",
        round=view,
        failed=failed_in(call_id),
        dates=dates_of(view.unpublished),
        today=clock.today(),
    )


@pages.route("/vedtak/<int:call_id>/brev/dato", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def date_letters(call_id: int) -> ResponseReturnValue:
    """Give the unpublished letters another date; they are made anew."""
    call = queries.call_with_criteria(call_id)
    form = DateForm(on=clock.today())
    if form.validate_on_submit():
        try:
            services.date_letters(call, form.on.data or clock.today(), by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error, on=form.on)
        else:
            flash(_("Brevene lages på nytt med ny dato."), "success")
            return redirect(url_for("decisions.documents", call_id=call_id), 303)
    return render_template("decisions/date.html", call=call, form=form)


@pages.route("/vedtak/sak/<int:decision_id>/brev/<language>/igjen", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def make_again(decision_id: int, language: str) -> ResponseReturnValue:
    """Let a letter that failed be tried again."""
    decision = queries.decision(decision_id)
    services.make_again(decision, language, by=me(), at=clock.now())
    flash(_("Brevet blir forsøkt laget på nytt."), "success")
    return redirect(url_for("decisions.documents", call_id=decision.application.call_id), 303)


@pages.route("/vedtak/<int:call_id>/kunngjor", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def publish(call_id: int) -> ResponseReturnValue:
    """Publish every signed decision of the round whose letters are made."""
    number = services.publish_round(queries.call_with_criteria(call_id), by=me(), at=clock.now())
    flash(
        ngettext(
            "%(num)d vedtak er kunngjort, og partene er varslet.",
            "%(num)d vedtak er kunngjort, og partene er varslet.",
            number,
        ),
        "success",
    )
    return redirect(url_for("decisions.round_of", call_id=call_id), 303)
