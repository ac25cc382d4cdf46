"""The cover of a case: who takes part, and declaring impartiality against all of them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.models import Application
from assessments import queries, services
from assessments.forms import DeclareForm
from assessments.views.blueprint import pages
from criteria.impartiality import View
from foundation import clock
from foundation.locale import language
from grants import law


@pages.route("/saker/<int:application_id>/habilitet", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def declare(application_id: int) -> ResponseReturnValue:
    """Show who takes part, and take the declaration that opens the case or closes it."""
    cover = queries.cover(application_id)
    latest = queries.declaration_of(me(), application_id)
    form = DeclareForm()
    form.offer()
    if form.validate_on_submit():
        view = View(form.view.data)
        services.declare(cover, view, reason=form.reason.data or "", by=me(), at=clock.now())
        flash(_("Svaret ditt er registrert."), "success")
        page = "case" if view is View.IMPARTIAL else "declare"
        return redirect(url_for(f"assessments.{page}", application_id=application_id), 303)
    return render_template(
        "assessments/declare.html",
        cover=cover,
        form=form,
        latest=latest,
        hindrance=queries.hindrance_of(me().id, application_id),
        paragraphs=_paragraphs(cover),
    )


def _paragraphs(cover: Application) -> str:
    """Cite what the act in force says of impartiality, from the call's version of the rules."""
    return law.reference(cover.call.regulation, "habilitet", clock.today(), language())
