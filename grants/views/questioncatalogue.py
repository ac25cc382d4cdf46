"""Pages of the question catalogue: every code, every version, and the calls that use them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.pages import NavItem, register_navigation
from grants import queries, services, wordings
from grants.forms.catalogue import new_code_form, new_wording_form
from grants.shown.wordings import show_versions
from grants.views.blueprint import pages

ROOT = "/forvaltning/sporsmalskatalog"
register_navigation(
    NavItem("grants.question_catalogue", _l("Spørsmålskatalog"), Permission.CALL_MANAGE, 920)
)


@pages.route(ROOT)
@requires(Permission.CALL_MANAGE)
def question_catalogue() -> ResponseReturnValue:
    """List every code with its newest wording."""
    return render_template("grants/question_catalogue.html", rows=wordings.listed())


@pages.route(f"{ROOT}/<code>")
@requires(Permission.CALL_MANAGE)
def catalogue_question(code: str) -> ResponseReturnValue:
    """Show every version of a code, and the calls that use each."""
    found = wordings.wordings_of(code)
    versions = show_versions(found, wordings.uses_of([code]))
    return render_template("grants/catalogue_question.html", code=code, versions=versions)


@pages.route(f"{ROOT}/ny", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def add_to_catalogue() -> ResponseReturnValue:
    """Put a question into the catalogue under a code of its own."""
    scheme = queries.scheme()
    form = new_code_form(scheme)
    if form.validate_on_submit():
        try:
            services.add_to_catalogue(form.words(form.code.data or ""), by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error, on=form.code)
        else:
            flash(_("Spørsmålet er lagt i katalogen."), "success")
            return redirect(url_for("grants.catalogue_question", code=form.code.data))
    return render_template("grants/add_to_catalogue.html", form=form)


@pages.route(f"{ROOT}/<code>/ny-ordlyd", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def word_anew(code: str) -> ResponseReturnValue:
    """Word a question anew: its next version, or a code of its own when it means something else."""
    newest = wordings.wordings_of(code)[-1]
    form = new_wording_form(newest)
    if form.validate_on_submit():
        form.refuse_stale(newest)
        words = form.changed_words()
        try:
            if words.code == code:
                services.word_anew(words, by=me(), at=clock.now())
            else:
                services.add_to_catalogue(words, parted_from=code, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Den nye ordlyden er lagt i katalogen. De gamle versjonene står."), "success")
            return redirect(url_for("grants.catalogue_question", code=words.code))
    return render_template("grants/word_anew.html", form=form, newest=newest)
