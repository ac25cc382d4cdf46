"""Pages where an administrator extends, withdraws or changes a published call, and sees who is affected."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.forms.rounds import ExtendForm, ReasonForm
from applications.rounds import affected, services
from applications.rounds.trying import trial_of
from applications.views.room import arrived, pages
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse
from grants import overview, queries, rounds
from grants.changes import difference, snapshot_of
from grants.forms.draft import present, versioned
from grants.models import Call
from grants.shown.differences import show_differences
from grants.words import CallRefusal

ROOT = "/forvaltning/utlysninger/<int:call_id>"


@pages.route(f"{ROOT}/forleng", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def extend(call_id: int) -> ResponseReturnValue:
    """Give a call a later deadline, with the reason that everybody reads."""
    call = _living(call_id)
    form = ExtendForm(**versioned(call))
    if form.validate_on_submit():
        form.refuse_stale(call)
        try:
            services.extend_deadline(
                call, present(form.closes_on.data), reason=form.reason, by=me(), at=arrived()
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Fristen er forlenget. De som har begynt på en søknad, får beskjed."), "success")
            return redirect(url_for("grants.call", call_id=call.id), 303)
    return render_template(
        "applications/extend.html", call=call, form=form, affected=affected.affected_by(call)
    )


@pages.route(f"{ROOT}/trekk-tilbake", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def withdraw_call(call_id: int) -> ResponseReturnValue:
    """Say what withdrawing a call means for those who have applied, and do it with a reason."""
    call = _living(call_id)
    form = ReasonForm(**versioned(call))
    if form.validate_on_submit():
        form.refuse_stale(call)
        try:
            services.withdraw_call(call, reason=form.reason, by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Utlysningen er trukket tilbake. De som har søkt, får beskjed."), "success")
            return redirect(url_for("grants.call", call_id=call.id), 303)
    return render_template(
        "applications/withdraw_call.html", call=call, form=form, affected=affected.affected_by(call)
    )


@pages.route(f"{ROOT}/kunngjor-versjon", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def publish_edition(call_id: int) -> ResponseReturnValue:
    """Show what a new edition changes and for whom, and publish it with a reason."""
    draft = queries.call(call_id)
    if draft.first_id is None or draft.published_at is not None:
        raise NotFoundError
    form = ReasonForm(**versioned(draft))
    if form.validate_on_submit():
        form.refuse_stale(draft)
        try:
            services.publish_edition(draft, reason=form.reason, by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Den nye versjonen er kunngjort. De som har søkt, får beskjed."), "success")
            return redirect(url_for("grants.call", call_id=draft.id), 303)
    before = rounds.newest(draft.id)
    return render_template(
        "applications/publish_edition.html",
        call=draft,
        before=before,
        form=form,
        overview=overview.of_call(draft, arrived()),
        parts=show_differences(difference(snapshot_of(before), snapshot_of(draft))),
        affected=affected.affected_by(draft),
        touched=affected.drafts_touched_by(draft),
    )


@pages.route(f"{ROOT}/forhandsvis/skjema")
@requires(Permission.CALL_MANAGE)
def try_form(call_id: int) -> ResponseReturnValue:
    """Show the whole form of a call, draft or not, as its applicants will meet it."""
    call = queries.call(call_id)
    return render_template("applications/trial.html", call=call, trial=trial_of(call))


def _living(call_id: int) -> Call:
    """Find a published call that is not withdrawn. Raises NotFoundError, RuleBrokenError."""
    call = rounds.newest(call_id)
    if call.withdrawn_at is not None:
        raise RuleBrokenError(CallRefusal.WITHDRAWN)
    return call
