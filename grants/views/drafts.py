"""Pages where an administrator makes a call, sees what is missing, and publishes it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import done, refuse
from foundation.pages import NavItem, register_navigation
from grants import overview, printing, queries, rounds, services, sheets, shown, states
from grants.forms.basics import NewCallForm
from grants.forms.draft import VersionedForm, versioned
from grants.hearings.ending import remaining
from grants.hearings.queries import hearing_of
from grants.views.blueprint import pages
from grants.views.drafting import addresses_of, draft_of
from grants.words import CallRefusal

register_navigation(NavItem("grants.calls", _l("Forvalt utlysninger"), Permission.CALL_MANAGE, 910))


@pages.route("/forvaltning/utlysninger")
@requires(Permission.CALL_MANAGE)
def calls() -> ResponseReturnValue:
    """List all calls, drafts too."""
    return render_template("grants/calls.html", rows=shown.show_list(queries.calls(), clock.now()))


@pages.route("/forvaltning/utlysninger/ny", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def new_call() -> ResponseReturnValue:
    """Begin a call from one of the sheets that lie with the code."""
    scheme = queries.scheme()
    form = NewCallForm(**versioned(scheme))
    known = sheets.call_sheets()
    form.sheet.choices = [
        ("", _("Velg mal")),
        *(
            (code, f"{sheet.measure_code}: {shown.said(sheet.title)}")
            for code, sheet in known.items()
        ),
    ]
    if form.validate_on_submit():
        try:
            call = services.draft_call(known[form.sheet.data], form.terms, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Utkastet er laget. Ingen andre ser det før det er kunngjort."), "success")
            return redirect(url_for("grants.call", call_id=call.id))
    return render_template("grants/new_call.html", form=form)


@pages.route("/forvaltning/utlysninger/<int:call_id>")
@requires(Permission.CALL_MANAGE)
def call(call_id: int) -> ResponseReturnValue:
    """Show a call part by part, with what each part lacks."""
    found = queries.call(call_id)
    return render_template(
        "grants/call.html",
        call=found,
        overview=overview.of_call(found, clock.now()),
        addresses=addresses_of(found),
        announcements=rounds.announcements(found.round_id),
        heard=hearing_of(found.round_id),
        draft=rounds.draft_edition(found.round_id),
        living=states.state_of(found, clock.now()) in services.LIVING,
    )


@pages.route("/forvaltning/utlysninger/<int:call_id>/forhandsvis")
@requires(Permission.CALL_MANAGE)
def preview(call_id: int) -> ResponseReturnValue:
    """Show a call as applicants will read it."""
    found = queries.call(call_id)
    return render_template(
        "grants/preview.html",
        call=found,
        shown=shown.show_call(found, clock.now()),
        contact=found.scheme.contact,
        attachment_limits=printing.attachment_limits(),
    )


@pages.route("/forvaltning/utlysninger/<int:call_id>/kunngjor", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def publish(call_id: int) -> ResponseReturnValue:
    """Show the check list, and publish when nothing is missing."""
    found = draft_of(call_id)
    if found.first_id is not None:
        raise RuleBrokenError(CallRefusal.IS_AN_EDITION)
    form = VersionedForm(**versioned(found))
    if form.validate_on_submit():
        form.refuse_stale(found)
        try:
            services.publish_call(found, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Utlysningen er kunngjort. Alle kan lese den."), "success")
            return redirect(url_for("grants.call", call_id=found.id))
    return render_template(
        "grants/publish.html",
        call=found,
        form=form,
        overview=overview.of_call(found, clock.now()),
        addresses=addresses_of(found),
        remains=remaining(found, clock.now()),
    )


@pages.route("/forvaltning/utlysninger/<int:call_id>/kast", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def discard(call_id: int) -> ResponseReturnValue:
    """Ask once more, and throw a draft away."""
    found = draft_of(call_id)
    form = VersionedForm(**versioned(found))
    if form.validate_on_submit():
        form.refuse_stale(found)
        if done(form, lambda: services.discard_draft(found, by=me(), at=clock.now())):
            flash(_("Utkastet er kastet."), "success")
            return redirect(url_for("grants.calls"))
    return render_template("grants/discard.html", call=found, form=form)
