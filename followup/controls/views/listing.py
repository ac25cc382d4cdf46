"""The administrator's page of the checklist: the scheme's, or that of one round."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from followup.controls import services
from followup.controls.checklist import list_for, points_of
from followup.controls.forms.listing import list_form
from followup.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError
from foundation.forms import done
from grants import queries as grants
from grants import rounds
from grants.models import Call


@pages.route("/kontroll/sjekkliste", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def checklist() -> ResponseReturnValue:
    """Show and change what controls look for, in the scheme or in a round."""
    scheme, call = grants.scheme(), _round()
    number = call.id if call is not None else None
    form = list_form(list_for(scheme.id, number))

    def act() -> None:
        services.set_checklist(scheme, call, form.points(), by=me(), at=clock.now())

    if form.validate_on_submit() and done(form, act):
        flash(_("Sjekklisten er lagret. Den gjelder kontroller som åpnes fra nå av."), "success")
        return redirect(url_for("followup.checklist", utlysning=number), 303)
    return render_template(
        "followup/controls/checklist.html",
        form=form,
        call=call,
        own=bool(points_of(scheme.id, number)),
        calls=grants.call_titles(),
    )


def _round() -> Call | None:
    wanted = request.args.get("utlysning", "")
    if not wanted:
        return None
    if not wanted.isdecimal():
        raise NotFoundError
    return rounds.first(int(wanted))
