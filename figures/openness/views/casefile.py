"""A party's own file: what it holds, and all of it as one download."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from figures.openness import services
from figures.openness.casefile import case_file
from figures.openness.views.blueprint import pages
from figures.openness.zipping import sent_as, zipped
from foundation import words
from foundation.errors import RuleBrokenError


@pages.route("/soknader/<int:application_id>/dokumenter")
@requires(Permission.APPLICATION_READ)
def case_documents(application_id: int) -> ResponseReturnValue:
    """List every document of one's own case that one may see."""
    return render_template("openness/case_documents.html", file=case_file(me(), application_id))


@pages.route("/soknader/<int:application_id>/dokumenter.zip")
@requires(Permission.APPLICATION_READ)
def case_download(application_id: int) -> ResponseReturnValue:
    """Hand all of it out in one file; the audit trail keeps that it was."""
    file = case_file(me(), application_id)
    try:
        services.note_download(file, by=me(), at=arrived())
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "danger")
        return redirect(url_for("openness.case_documents", application_id=application_id), 303)
    return sent_as(file.name, zipped(file.application, file.application.title, file.papers))
