"""The leader's pages: what waits for a ruling, the ruling itself, and the report."""

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts import queries as people
from accounts.identity import is_allowed, me
from accounts.models import Person
from accounts.permissions import Permission, requires
from accounts.ties.queries import may_see_ties
from applications.models import Application
from assessments import queries
from assessments.forms.impartiality import RulingForm
from assessments.impartiality import report, services
from assessments.impartiality.hinting import ShownHint, hints_in
from assessments.impartiality.history import history_of
from assessments.impartiality.questions import questions
from assessments.impartiality.rulers import refusal_to_rule
from assessments.impartiality.substitutes import Substitutes, substitutes_for
from assessments.impartiality.workbook import written_report
from assessments.views.blueprint import pages
from criteria.impartiality import Outcome
from foundation import clock, words
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.locale import language
from foundation.pages import NavItem, register_navigation
from grants import law

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

register_navigation(
    NavItem("assessments.impartiality", _l("Habilitet"), Permission.IMPARTIALITY_READ, order=36, seldom=True)
)


@pages.route("/habilitet")
@requires(Permission.IMPARTIALITY_READ)
def impartiality() -> ResponseReturnValue:
    """Show what waits for a ruling on top, then cases nobody is left for, and who is hindered where."""
    return render_template(
        "assessments/impartiality.html",
        questions=questions(me()),
        lacking=report.lacking(),
        outdated=report.outdated(),
        hindered=report.hindered(),
        tallies=report.tallies(),
        may_rule=is_allowed(Permission.IMPARTIALITY_RULE),
    )


@pages.route("/habilitet/rapport.xlsx")
@requires(Permission.IMPARTIALITY_READ)
def impartiality_file() -> ResponseReturnValue:
    """Hand out every declaration, objection and ruling, and the lists of the page, as a workbook."""
    name = f'attachment; filename="habilitet-{clock.today().isoformat()}.xlsx"'
    return Response(written_report(me()), mimetype=XLSX, headers={"Content-Disposition": name})


@pages.route("/saker/<int:application_id>/habilitet/<int:person_id>", methods=["GET", "POST"])
@requires(Permission.IMPARTIALITY_READ)
def rule(application_id: int, person_id: int) -> ResponseReturnValue:
    """Show all that is said of a person in a case, and take the leader's ruling."""
    cover, person = queries.cover(application_id), people.person(person_id)
    substitutes = substitutes_for(person_id, cover)
    form = RulingForm()
    form.offer(substitutes.able)
    may = is_allowed(Permission.IMPARTIALITY_RULE)
    if may and form.validate_on_submit() and _ruled(cover, person, form, substitutes):
        flash(_("Avgjørelsen er registrert."), "success")
        return redirect(url_for("assessments.impartiality"), 303)
    sees = may_see_ties(me(), person_id, clock.today())
    refusal = refusal_to_rule(me().id, person_id, application_id) if may else None
    return render_template(
        "assessments/rule.html",
        cover=cover,
        person=person,
        form=form if may and refusal is None else None,
        refusal=refusal,
        hindrance=queries.hindrance_of(person_id, application_id),
        history=history_of(person_id, application_id),
        sees_ties=sees,
        hints=_hints(person_id, application_id) if sees else [],
        substitutes=substitutes,
        unable=[
            (one, words.say(reason, name=one.person.name)) for one, reason in substitutes.unable
        ],
        paragraphs=law.reference(cover.call.regulation, "habilitet", clock.today(), language()),
    )


def _ruled(
    cover: Application, person: Person, form: RulingForm, substitutes: Substitutes
) -> bool:
    """Rule; what refuses is told on the form."""
    try:
        services.rule(
            cover, person, Outcome(form.outcome.data), reason=form.reason.data or "",
            substitute=form.chosen(substitutes.able), by=me(), at=clock.now(),
        )  # fmt: skip
    except RuleBrokenError as error:
        refuse(form, error)
        return False
    return True


def _hints(person_id: int, application_id: int) -> list[ShownHint]:
    """Give what the person has registered that touches the case."""
    return hints_in(person_id, [application_id]).get(application_id, [])
