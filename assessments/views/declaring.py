"""The cover of a case: who takes part, and declaring impartiality against all of them."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.models import Application
from assessments import queries, services
from assessments.forms import DeclareForm, DeclareManyForm
from assessments.impartiality.hinting import hints_in
from assessments.impartiality.history import history_of
from assessments.telling import tell_declared
from assessments.views.blueprint import pages
from criteria.impartiality import Hindrance, View
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.locale import language
from grants import law

AT_ONCE = 50
"""How many cases a page asks about: no more than one can read."""

RULED_BY_THE_LEADER = frozenset({Hindrance.IN_DOUBT_UNRULED, Hindrance.OBJECTION_UNRULED})
"""What the person only waits for."""


@pages.route("/saker/<int:application_id>/habilitet", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def declare(application_id: int) -> ResponseReturnValue:
    """Show who takes part, and take the declaration that opens the case or closes it."""
    if not queries.takes_part(me()):
        return redirect(url_for("assessments.case", application_id=application_id))
    cover = queries.cover(application_id)
    form = DeclareForm()
    form.offer()
    if form.validate_on_submit() and _declared(cover, form):
        flash(_("Svaret ditt er registrert."), "success")
        is_open = queries.hindrance_of(me().id, application_id) is None
        page = "case" if is_open else "declare"
        return redirect(url_for(f"assessments.{page}", application_id=application_id), 303)
    hindrance = queries.hindrance_of(me().id, application_id)
    return render_template(
        "assessments/declare.html",
        cover=cover,
        form=form,
        latest=queries.declaration_of(me(), application_id),
        hindrance=hindrance,
        waits=hindrance in RULED_BY_THE_LEADER,
        hints=hints_in(me().id, [application_id]).get(application_id, []),
        history=history_of(me().id, application_id),
        paragraphs=_paragraphs(cover),
    )


@pages.route("/saker/habilitet", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def declare_many() -> ResponseReturnValue:
    """Show who takes part in one's undeclared cases, and take the declaration for several at once."""
    mine = request.args.get("hvem") != "alle"
    found = queries.undeclared_cases(me(), call_id=None, mine=mine, limit=AT_ONCE)
    hints = hints_in(me().id, [one.id for one in found])
    cases = [one for one in found if one.id not in hints]
    form = DeclareManyForm()
    form.offer(cases)
    if form.validate_on_submit():
        chosen = [one for one in cases if one.id in (form.cases.data or [])]
        number = services.declare_impartial(chosen, by=me(), at=clock.now())
        tell_declared(chosen, number)
        return redirect(url_for("assessments.declare_many", hvem=None if mine else "alle"), 303)
    return render_template(
        "assessments/declare_many.html", form=form, cases=cases, mine=mine, at_once=AT_ONCE,
        hinted=[one for one in found if one.id in hints],
    )  # fmt: skip


def _declared(cover: Application, form: DeclareForm) -> bool:
    """Declare; a reason that is missing is told beside its field."""
    try:
        services.declare(
            cover, View(form.view.data), reason=form.reason.data or "", by=me(), at=clock.now()
        )
    except RuleBrokenError as error:
        refuse(form, error, on=form.reason)
        return False
    return True


def _paragraphs(cover: Application) -> str:
    """Cite what the act in force says of impartiality, from the call's version of the rules."""
    return law.reference(cover.call.regulation, "habilitet", clock.today(), language())
