"""Pages where a call begins from another: next year's, or a new edition of a published one."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from grants import queries, services, succession
from grants.forms.basics import CopyForm
from grants.forms.draft import versioned
from grants.views.blueprint import pages


@pages.route("/forvaltning/utlysninger/<int:call_id>/neste", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def copy(call_id: int) -> ResponseReturnValue:
    """Begin next year's call from this one, with its dates moved a year as a suggestion."""
    origin = queries.call(call_id)
    next_ = succession.successor_of(origin, origin.scheme.last_year)
    form = CopyForm(
        **versioned(
            origin,
            code=next_.code,
            title=next_.title,
            opens_on=next_.opens_on,
            closes_on=next_.closes_on,
            frame=next_.frame,
            first_year=next_.first_year,
            last_year=next_.last_year,
        )
    )
    if form.validate_on_submit():
        try:
            made = services.copy_call(origin, form.terms, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Utkastet er laget. Ingen andre ser det før det er kunngjort."), "success")
            return redirect(url_for("grants.call", call_id=made.id), 303)
    return render_template("grants/copy.html", origin=origin, form=form)


@pages.route("/forvaltning/utlysninger/<int:call_id>/ny-versjon", methods=["POST"])
@requires(Permission.CALL_MANAGE)
def begin_edition(call_id: int) -> ResponseReturnValue:
    """Begin to change a published call: a draft of its next edition."""
    draft = services.begin_edition(queries.published_call(call_id), by=me(), at=clock.now())
    flash(
        _("Utkastet til ny versjon er laget. Søkerne ser det ikke før det er kunngjort."), "success"
    )
    return redirect(url_for("grants.call", call_id=draft.id), 303)
