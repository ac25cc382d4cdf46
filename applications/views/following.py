"""The page where an applicant sees what a new edition of the call means for a draft, and may follow it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.forms.rounds import FollowForm
from applications.models import Application
from applications.refusals import Refusal
from applications.rounds.following import follow_edition
from applications.rounds.moving import plan_move
from applications.views.room import arrived, of_draft, pages
from foundation.errors import RuleBrokenError
from grants import queries, rounds
from grants.changes import difference, snapshot_of
from grants.shown.differences import show_differences


@pages.route("/soknader/<int:application_id>/ny-versjon", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def follow(application: Application) -> ResponseReturnValue:
    """Compare the edition that a draft follows with the newest, and let it follow that one."""
    target = rounds.newest(application.call_id)
    if target.id == application.call_id:
        raise RuleBrokenError(Refusal.FOLLOWS_NEWEST)
    form = FollowForm(number=str(target.edition))
    if form.validate_on_submit():
        follow_edition(application, int(form.number.data or 0), by=me(), at=arrived())
        flash(_("Søknaden følger nå den nye versjonen."), "success")
        return redirect(url_for("applications.show", application_id=application.id), 303)
    own = queries.call(application.call_id)
    return render_template(
        "applications/follow.html",
        application=application,
        form=form,
        own=own,
        target=target,
        move=plan_move(application, target),
        parts=show_differences(difference(snapshot_of(own), snapshot_of(target))),
    )
