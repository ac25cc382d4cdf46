"""The office's pages of the register of standards."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from foundation import clock, words
from foundation.errors import RuleBrokenError
from foundation.forms import done
from foundation.pages import NavItem, register_navigation
from grants.forms.registers import NewStandardForm, standard_form
from grants.registers import queries, services
from grants.registers.services.offering import CODE
from grants.views.blueprint import pages

ROOT = "/registre/standarder"
register_navigation(
    NavItem("grants.standard_register", _l("Standardregister"), Permission.REGISTER_KEEP, 925, seldom=True)
)


@pages.route(ROOT)
@requires(Permission.REGISTER_KEEP)
def standard_register() -> ResponseReturnValue:
    """List the standards as they are said now."""
    return render_template(
        "grants/registers/standards.html", found=queries.standards(), today=clock.today(),
        may_ask=is_allowed(Permission.CALL_MANAGE),
    )  # fmt: skip


@pages.route("/registre/standardsporsmal", methods=["POST"])
@requires(Permission.CALL_MANAGE)
def offer_standards() -> ResponseReturnValue:
    """Let the question catalogue offer what is in force now."""
    try:
        version = services.offer_standards(by=me(), at=clock.now())
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "warning")
        return redirect(url_for("grants.standard_register"), 303)
    flash(_("Spørsmålet er lagt i katalogen i versjon %(version)s.", version=version), "success")
    return redirect(url_for("grants.catalogue_question", code=CODE), 303)


@pages.route("/registre/ny-standard", methods=["GET", "POST"])
@requires(Permission.REGISTER_KEEP)
def new_standard() -> ResponseReturnValue:
    """Register a standard under a code of its own."""
    form = NewStandardForm()
    form.offer()
    if form.validate_on_submit() and done(
        form,
        lambda: services.register_standard(
            form.code.data or "", form.words(), by=me(), at=clock.now()
        ),
    ):
        flash(_("Standarden er lagt i registeret."), "success")
        return redirect(url_for("grants.word_standard", code=form.code.data), 303)
    return render_template("grants/registers/new_standard.html", form=form)


@pages.route(f"{ROOT}/<code>", methods=["GET", "POST"])
@requires(Permission.REGISTER_KEEP)
def word_standard(code: str) -> ResponseReturnValue:
    """Write a new version of a standard, or end it; the earlier ones stand."""
    found = queries.standard(code)
    form = standard_form(found)
    seen = form.seen.data or ""
    if form.validate_on_submit() and done(
        form,
        lambda: services.word_standard(
            found, form.words(), seen=int(seen) if seen.isdecimal() else 0, by=me(), at=clock.now()
        ),
    ):
        flash(_("Den nye versjonen er lagret. De gamle står."), "success")
        return redirect(url_for("grants.word_standard", code=code), 303)
    return render_template(
        "grants/registers/word_standard.html", standard=found, form=form,
        may_read=is_allowed(Permission.CASE_READ),
    )  # fmt: skip
