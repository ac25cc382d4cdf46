"""The kommuner's side: who has decided, registering one's own decision, and reminding who lacks."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications.documents import Upload
from applications.facts import lead_of
from applications.models import Application
from applications.queries import application_of
from applications.views.attachments import download
from applications.views.room import arrived
from applications.views.talking import received
from decisions.localdecisions import queries, services, words
from decisions.localdecisions.forms import LocalDecisionForm
from decisions.localdecisions.models import OwedDecision
from decisions.views.blueprint import pages
from foundation import words as said
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import LARGEST_UPLOAD
from foundation.forms import done, refuse

__all__ = ["words"]


@pages.route("/soknader/<int:application_id>/kommunenes-vedtak", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def local_decisions(application_id: int) -> ResponseReturnValue:
    """Show which kommuner of a project have decided; who acts for one registers its decision."""
    application = application_of(me(), application_id)
    owed = _owed(application)
    acts_for = me().organisations_as(Role.EDITOR, Role.SIGNATORY)
    own = [one for one in owed if one.organisation_id in acts_for and one.released_at is None]
    form = LocalDecisionForm()
    form.offer(own)
    if own and form.validate_on_submit() and _register(application, form):
        flash(_("Vedtaket er registrert."), "success")
        return redirect(url_for("decisions.local_decisions", application_id=application_id), 303)
    return render_template(
        "decisions/local/outside.html",
        application=application,
        owed=owed,
        own=own,
        form=form,
        may_remind=lead_of(application).organisation_id in acts_for
        and any(one.is_lacking for one in owed),
        megabytes=LARGEST_UPLOAD // 1024 // 1024,
    )


@pages.route("/soknader/<int:application_id>/kommunenes-vedtak/minn", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
def remind_of_local_decisions(application_id: int) -> ResponseReturnValue:
    """Remind the kommuner that payment waits for."""
    application = application_of(me(), application_id)
    _owed(application)
    try:
        number = services.remind_lacking(application, by=me(), at=arrived())
    except RuleBrokenError as error:
        flash(said.say(error.reason, **error.values), "warning")
    else:
        told = ngettext(
            "Vi har minnet %(num)d kommune.", "Vi har minnet %(num)d kommuner.", number
        )
        flash(told, "success")
    return redirect(url_for("decisions.local_decisions", application_id=application_id), 303)


@pages.route("/kommunenes-vedtak/<int:local_decision_id>/dokument")
@requires(Permission.APPLICATION_READ)
def local_document(local_decision_id: int) -> ResponseReturnValue:
    """Hand the document of a decision out to those who take part."""
    found = queries.document_for(me(), local_decision_id)
    return download(found.sha256, found.media_type, found.filename)


def _owed(application: Application) -> Sequence[OwedDecision]:
    owed = queries.owed_in(application.id)
    if not owed:
        raise NotFoundError
    return owed


def _register(application: Application, form: LocalDecisionForm) -> bool:
    upload = _document(form)
    return upload is not None and done(
        form,
        lambda: services.register_local_decision(
            application, form.organisation.data, form.decided(), upload, by=me(), at=arrived()
        ),
    )


def _document(form: LocalDecisionForm) -> Upload | None:
    """Take the document in; what is wrong with it is said beside its field."""
    try:
        return received(form.document.data)
    except RuleBrokenError as error:
        refuse(form, error, on=form.document)
        return None
